import type { ModelWorker } from "./model-worker";

/** A model this build offers, as its package describes it. */
export interface PackagedModel {
  /** WebLLM's name for it: "Llama-3.2-3B-Instruct-q4f16_1-MLC". */
  readonly id: string;
  /** Of graphics memory; the download is smaller. */
  readonly memoryBytes: number;
  readonly contextTokens: number;
  /** Computes in 16-bit floats, which not every adapter can. */
  readonly needsHalfFloats: boolean;
  /** False where this build does not carry the code that computes it; none is ever fetched. */
  readonly hasLibrary: boolean;
}

/** WebLLM (https://webllm.mlc.ai). */
export type WebLlm = ModelWorker<PackagedModel>;
