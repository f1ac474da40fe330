import type { LanguageModelV3 } from "@ai-sdk/provider";

/**
 * Where a model's input goes: it stays on this machine, goes to a machine of the person's own network, or to a cloud.
 */
export type Locality = "device" | "network" | "cloud";

/** `downloadable` can be used after a download; `unavailable` gives the reason in `reason`. */
export type ModelState = "ready" | "downloadable" | "unavailable";

/** A model that the person can choose. */
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
  /** Why it cannot be used and the remedy, as a sentence. */
  readonly reason?: string;
  /** Tokens of input and output together; a conservative estimate where the provider does not report it. */
  readonly contextTokens: number;
  readonly downloadBytes?: number;
  readonly memoryBytes?: number;
  /** The hardware it would run on; absent where Atlas does not choose it. */
  readonly hardware?: "graphics" | "processor";
  /** US dollars for a million tokens; absent for models that cost nothing. */
  readonly price?: { readonly input: number; readonly output: number };
}

/** Of a download, 0 to 1. */
export type OnProgress = (share: number) => void;

/** One kind of source of models. */
export interface ModelProvider {
  readonly id: string;
  readonly name: string;
  /** Never rejects when the source cannot be reached: its models are then `unavailable`, with the reason. */
  listModels(signal: AbortSignal): Promise<readonly ModelInfo[]>;
  /** The model with the AI SDK's interface. NotFoundError for an id of another provider. */
  open(modelId: string): LanguageModelV3;
  /** Downloads a `downloadable` model; resumes an interrupted download. QuotaError when there is not enough space. */
  download?(modelId: string, onProgress: OnProgress, signal: AbortSignal): Promise<void>;
  /** Deletes the files of a download. */
  remove?(modelId: string): Promise<void>;
}
