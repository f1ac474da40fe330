import type { ModelPrice } from "../usage/prices";

/** Which software a server runs; decides the requests to it and the reading of its errors. */
export type ServerSoftware = "ollama" | "lm-studio" | "llama.cpp" | "vllm" | "companion" | "other";

/** A model in the list of its server. */
export interface DiscoveredModel {
  /** Its name on the server. */
  readonly name: string;
  /** Absent where the server does not report it. */
  readonly contextTokens?: number;
  readonly memoryBytes?: number;
  /** The host that the server forwards the input to. */
  readonly forwardedTo?: string;
  readonly price?: ModelPrice;
  /** Whether it thinks before it answers; absent where the server does not report it. */
  readonly reasons?: boolean;
  /** Why it cannot be used; a sentence. */
  readonly reason?: string;
}

export interface DiscoveredServer {
  readonly software: ServerSoftware;
  readonly models: readonly DiscoveredModel[];
}
