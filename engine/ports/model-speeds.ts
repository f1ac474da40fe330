/** How fast a model answered, averaged over its answers. */
export interface ModelSpeed {
  /** From sending the request to the first text, in milliseconds. */
  readonly firstTokenMs: number;
  readonly tokensPerSecond: number;
}

/** The stored speeds of models, by model id. */
export interface ModelSpeeds {
  load(): Promise<ReadonlyMap<string, ModelSpeed>>;
  save(modelId: string, speed: ModelSpeed): Promise<void>;
}
