import type { LanguageModelV3 } from "@ai-sdk/provider";

/** Where a model's input goes: stays on this machine, goes to a machine of the person's own network, or away. */
export type Locality = "device" | "network" | "cloud";

/** `downloadable` can be used once it was fetched; `unavailable` says in `reason` what is missing. */
export type ModelState = "ready" | "downloadable" | "unavailable";

/** A model the person could choose. */
export interface ModelInfo {
  /** `<provider>/<the provider's own name>`, stable. */
  readonly id: string;
  readonly providerId: string;
  /** As shown: "Llama 3.2 3B". */
  readonly name: string;
  readonly locality: Locality;
  /** Host the input goes to; absent for `device`. */
  readonly host?: string;
  readonly state: ModelState;
  /** Why it cannot be used and the remedy, a sentence. */
  readonly reason?: string;
  /** Tokens of input and output together; a careful guess where the provider does not say. */
  readonly contextTokens: number;
  readonly downloadBytes?: number;
  readonly memoryBytes?: number;
  /** What of this computer it would run on; absent where that is not Atlas's to choose. */
  readonly hardware?: "graphics" | "processor";
  /** US dollars for a million tokens; absent for models that cost nothing. */
  readonly price?: { readonly input: number; readonly output: number };
}

/** Of a download, 0 to 1. */
export type OnProgress = (share: number) => void;

/** One kind of place models come from. */
export interface ModelProvider {
  readonly id: string;
  readonly name: string;
  /** Never rejects for a place that is merely away: its models are then `unavailable`, with the reason. */
  listModels(signal: AbortSignal): Promise<readonly ModelInfo[]>;
  /** The model behind the AI SDK's contract. NotFoundError for an id of another provider. */
  open(modelId: string): LanguageModelV3;
  /** Fetches a `downloadable` model; goes on where a broken download stopped. QuotaError when there is no room. */
  download?(modelId: string, onProgress: OnProgress, signal: AbortSignal): Promise<void>;
  /** Frees what a download took. */
  remove?(modelId: string): Promise<void>;
}
