import type { ModelSettings } from "../model/model-settings";
import type { ModelSpeed } from "../ports/model-speeds";
import type { Generator } from "./generator";
import type { ModelInfo } from "./model-provider";

export interface ModelSummary extends ModelInfo {
  /** Share of a download under way, 0 to 1. */
  readonly downloading?: number;
  /** Why the last download ended early; a sentence. */
  readonly problem?: string;
  readonly speed?: ModelSpeed;
}

/** What the person sees of language models. */
export interface ModelOverview {
  readonly models: readonly ModelSummary[];
  /** US dollars since the start of the day and of the month, in the computer's time zone. */
  readonly spent: { readonly today: number; readonly month: number };
}

/** Every language model within reach, and what became of them. */
export interface Models {
  readonly generator: Generator;
  /** From the next request on. Until the first call there is no model. */
  configure(settings: ModelSettings): void;
  /** `fresh` asks servers again, whatever they said a moment ago. */
  overview(options?: { readonly fresh?: boolean }): Promise<ModelOverview>;
  /** Starts a download or goes on with it; returns at once. */
  download(modelId: string): void;
  cancelDownload(modelId: string): void;
  /** NotFoundError for a model that nobody offers. */
  remove(modelId: string): Promise<void>;
}
