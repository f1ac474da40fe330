import type { ModelSettings } from "../model/model-settings";
import type { Clock } from "../ports/clock";
import type { EgressLog } from "../ports/egress-log";
import type { ModelSpeeds } from "../ports/model-speeds";
import { createModelCatalog, type ModelCatalog } from "./model-catalog";
import { createModelDownloads } from "./model-downloads";
import type { ModelProvider } from "./model-provider";
import type { ModelOverview, Models } from "./models";
import { startOfDay, startOfMonth } from "./spending-period";

export interface ModelsParts {
  readonly settings: ModelSettings;
  readonly clock: Clock;
  readonly egress: EgressLog;
  readonly speeds: ModelSpeeds;
  /** Called when a list, a download or a price changed that pages may show. */
  readonly onChange: () => void;
}

/** Assembles providers, downloads and the router; the settings may change at any time. */
export function createModels(parts: ModelsParts): Models {
  const { clock, egress, speeds, onChange } = parts;
  let catalog = catalogOf(parts.settings);

  function catalogOf(_settings: ModelSettings): ModelCatalog {
    const providers: ModelProvider[] = [];
    return createModelCatalog(providers, clock);
  }

  const downloads = createModelDownloads({
    onChange,
    onEnd: () => {
      catalog.forget();
      onChange();
    },
  });

  async function overview({ fresh = false }: { readonly fresh?: boolean } = {}): Promise<ModelOverview> {
    const [models, measured, today, month] = await Promise.all([
      catalog.list({ fresh }),
      speeds.load(),
      egress.costSince(startOfDay(clock.now())),
      egress.costSince(startOfMonth(clock.now())),
    ]);
    const summaries = models.map((model) => {
      const speed = measured.get(model.id);
      return { ...model, ...downloads.stateOf(model.id), ...(speed && { speed }) };
    });
    return { models: summaries, spent: { today, month } };
  }

  return {
    overview,
    change: (settings) => {
      catalog = catalogOf(settings);
      onChange();
    },
    download: (modelId) => downloads.start(modelId, catalog.providerOf(modelId)),
    cancelDownload: (modelId) => downloads.cancel(modelId),
    remove: async (modelId) => {
      downloads.cancel(modelId);
      await downloads.ended(modelId);
      await catalog.providerOf(modelId).remove?.(modelId);
      catalog.forget();
      onChange();
    },
  };
}
