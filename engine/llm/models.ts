import type { ModelSettings } from "../model/model-settings";
import type { ModelSpeed } from "../ports/model-speeds";
import type { Generator } from "./generator";
import type { ModelInfo } from "./model-provider";

export interface ModelSummary extends ModelInfo {
  /** Share of a running download, 0 to 1. */
  readonly downloading?: number;
  /** Why the last download ended early, as a sentence. */
  readonly problem?: string;
  readonly speed?: ModelSpeed;
}

/** The language models as they are shown to the person. */
export interface ModelOverview {
  readonly models: readonly ModelSummary[];
  /** US dollars since the start of the day and of the month, in the computer's time zone. */
  readonly spent: { readonly today: number; readonly month: number };
}

/** All available language models and their state. */
export interface Models {
  readonly generator: Generator;
  /** Applies from the next request. Until the first call there is no model. */
  configure(settings: ModelSettings): void;
  /** `fresh` asks servers again, even when their list is recent. */
  overview(options?: { readonly fresh?: boolean }): Promise<ModelOverview>;
  /** Starts or resumes a download; returns at once. */
  download(modelId: string): void;
  cancelDownload(modelId: string): void;
  /** NotFoundError for a model that no provider offers. */
  remove(modelId: string): Promise<void>;
}
