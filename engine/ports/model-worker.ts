/** `none`: this browser has no WebGPU; `no-adapter`: WebGPU finds no adapter. */
export type Gpu =
  | { readonly kind: "none" }
  | { readonly kind: "no-adapter" }
  | { readonly kind: "adapter"; readonly halfFloats: boolean };

/**
 * Why a download or an answer ended early. `missing`: the server no longer has a file of the model; `broken`: the
 * stored files cannot be used; `disk-full`: no space is left.
 */
export type ModelFailure = "network" | "missing" | "broken" | "disk-full" | "memory" | "overflow" | "other";

/** How an answer ended. The model counts the tokens. */
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

/** Models that run in their own worker, which starts with the first download or answer. */
export interface ModelWorker<Model> {
  models(): Promise<readonly Model[]>;
  gpu(): Promise<Gpu>;
  /** Bytes the browser still lets Atlas store. */
  freeBytes(): Promise<number>;
  /** Ids of models that are completely downloaded. */
  downloaded(): Promise<ReadonlySet<string>>;
  /**
   * Keeps the received files when the download ends early, and a further call continues it. Resolves with undefined
   * when everything is stored.
   */
  download(
    modelId: string,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<ModelFailure | undefined>;
  remove(modelId: string): Promise<void>;
  /** Loads the model first when it is not loaded. Answers are made one at a time. */
  chat(chat: ModelChat, signal: AbortSignal): ReadableStream<ModelPart>;
}
