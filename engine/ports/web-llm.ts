import type { ModelWorker } from "./model-worker";

/** A model this build offers, as its package describes it. */
export interface PackagedModel {
  /** WebLLM's name for it: "Llama-3.2-3B-Instruct-q4f16_1-MLC". */
  readonly id: string;
  /** Graphics memory; the download is smaller. */
  readonly memoryBytes: number;
  readonly contextTokens: number;
  /** Computes in 16-bit floats, which not every adapter supports. */
  readonly needsHalfFloats: boolean;
  /** False where this build does not contain the model's compiled library. Libraries are never downloaded. */
  readonly hasLibrary: boolean;
}

/** WebLLM (https://webllm.mlc.ai). */
export type WebLlm = ModelWorker<PackagedModel>;
