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

/** `none`: no WebGPU in this browser; `no-adapter`: WebGPU, but nothing to compute on. */
export type Gpu =
  | { readonly kind: "none" }
  | { readonly kind: "no-adapter" }
  | { readonly kind: "adapter"; readonly halfFloats: boolean };

/** Why a download or an answer ended early. `broken`: what was stored cannot be used; `room`: the disk is full. */
export type WebLlmFailure = "network" | "broken" | "room" | "memory" | "overflow" | "other";

export type WebLlmPart =
  | { readonly type: "text"; readonly delta: string }
  | {
      readonly type: "finish";
      readonly reason: "stop" | "length";
      readonly inputTokens: number;
      readonly outputTokens: number;
    }
  | { readonly type: "failed"; readonly failure: WebLlmFailure };

export interface WebLlmChat {
  readonly modelId: string;
  readonly messages: readonly { readonly role: "system" | "user" | "assistant"; readonly content: string }[];
  readonly maxOutputTokens?: number;
}

/** WebLLM (https://webllm.mlc.ai), in a worker of its own that starts with the first download or answer. */
export interface WebLlm {
  models(): Promise<readonly PackagedModel[]>;
  gpu(): Promise<Gpu>;
  /** Bytes the browser would let Atlas store yet. */
  freeBytes(): Promise<number>;
  /** Ids of models that were fetched to their end. */
  downloaded(): Promise<ReadonlySet<string>>;
  /** Keeps what has arrived when it ends early, and goes on from there. Undefined when all is there. */
  download(
    modelId: string,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<WebLlmFailure | undefined>;
  remove(modelId: string): Promise<void>;
  /** Loads the model first where it is not loaded; one at a time. */
  chat(chat: WebLlmChat, signal: AbortSignal): ReadableStream<WebLlmPart>;
}
