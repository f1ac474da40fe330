/** `none`: no WebGPU in this browser; `no-adapter`: WebGPU, but nothing to compute on. */
export type Gpu =
  | { readonly kind: "none" }
  | { readonly kind: "no-adapter" }
  | { readonly kind: "adapter"; readonly halfFloats: boolean };

/**
 * Why a download or an answer ended early. `missing`: the place models come from has a file no longer; `broken`: what
 * was stored cannot be used; `disk-full`: no space is left.
 */
export type ModelFailure = "network" | "missing" | "broken" | "disk-full" | "memory" | "overflow" | "other";

/** How an answer came to its end. Tokens as the model itself counts them. */
export interface ModelFinish {
  readonly type: "finish";
  readonly reason: "stop" | "length";
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export type ModelPart =
  | { readonly type: "text"; readonly delta: string }
  | ModelFinish
  | { readonly type: "failed"; readonly failure: ModelFailure };

export interface ModelChat {
  readonly modelId: string;
  readonly messages: readonly { readonly role: "system" | "user" | "assistant"; readonly content: string }[];
  readonly maxOutputTokens?: number;
}

/** Models that compute in a worker of their own, which starts with the first download or answer. */
export interface ModelWorker<Model> {
  models(): Promise<readonly Model[]>;
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
  ): Promise<ModelFailure | undefined>;
  remove(modelId: string): Promise<void>;
  /** Loads the model first where it is not loaded; one at a time. */
  chat(chat: ModelChat, signal: AbortSignal): ReadableStream<ModelPart>;
}
