import type { ModelPrice } from "../usage/prices";

/** Which software a server runs; decides what it is asked and how its errors read. */
export type ServerSoftware = "ollama" | "lm-studio" | "llama.cpp" | "vllm" | "companion" | "other";

/** A model as its server lists it. */
export interface DiscoveredModel {
  /** The server's own name for it. */
  readonly name: string;
  /** Absent where the server does not say. */
  readonly contextTokens?: number;
  readonly memoryBytes?: number;
  /** Host the server passes the input on to. */
  readonly forwardedTo?: string;
  readonly price?: ModelPrice;
  /** Why it cannot be used; a sentence. */
  readonly reason?: string;
}

export interface DiscoveredServer {
  readonly software: ServerSoftware;
  readonly models: readonly DiscoveredModel[];
}
