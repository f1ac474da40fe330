import type { ModelSettings } from "../model/model-settings";
import type { Clock } from "../ports/clock";
import type { EgressLog } from "../ports/egress-log";
import type { Fetch } from "../ports/fetch";
import type { ModelSpeeds } from "../ports/model-speeds";
import type { Wait } from "../util/wait";
import { createModelCatalog, type ModelCatalog } from "./catalog/model-catalog";
import { createModelDownloads } from "./catalog/model-downloads";
import type { ModelProvider } from "./model-provider";
import type { ModelOverview, Models } from "./models";
import { createOpenAICompatibleProvider } from "./openai-compatible/create-openai-compatible-provider";
import { createRouter } from "./router/create-router";
import { createSpeedTracker } from "./router/speed-tracker";
import { createEgressGate } from "./usage/egress-gate";
import { spendingPeriod } from "./usage/spending-period";

export interface ModelsDeps {
  readonly clock: Clock;
  readonly wait: Wait;
  readonly fetch: Fetch;
  readonly egress: EgressLog;
  readonly speeds: ModelSpeeds;
  /** Key of a server, by its id. Rejects with LockedError while the vault is locked. */
  readonly apiKey: (serverId: string) => Promise<string | undefined>;
  /** Providers on this computer, which need no settings. */
  readonly local: readonly ModelProvider[];
  /** Called when a list, a download or a price changed that pages may show. */
  readonly onChange: () => void;
}

const DEFAULT_SETTINGS: ModelSettings = { policy: "device", servers: [], race: false };

/** Assembles providers, downloads and the router. */
export function createModels(deps: ModelsDeps): Models {
  const { clock, egress, onChange } = deps;
  const speeds = createSpeedTracker(deps.speeds);
  let settings = DEFAULT_SETTINGS;
  let catalog: ModelCatalog = createModelCatalog([], clock);
  const current = () => settings;

  const downloads = createModelDownloads({
    onChange,
    onEnd: () => {
      catalog.invalidate();
      onChange();
    },
  });

  async function overview({ fresh = false }: { readonly fresh?: boolean } = {}): Promise<ModelOverview> {
    const [models, measured, today, month] = await Promise.all([
      catalog.list({ fresh }),
      speeds.all(),
      egress.costWithin(spendingPeriod(clock.now(), "day")),
      egress.costWithin(spendingPeriod(clock.now(), "month")),
    ]);
    const summaries = models.map((model) => {
      const speed = measured.get(model.id);
      return { ...model, ...downloads.stateOf(model.id), ...(speed && { speed }) };
    });
    return { models: summaries, spent: { today, month } };
  }

  return {
    generator: createRouter({
      ...deps,
      speeds,
      settings: current,
      gate: createEgressGate({ egress, clock, settings: current }),
      listModels: () => catalog.list(),
      providerOf: (modelId) => catalog.providerOf(modelId),
    }),
    overview,
    configure: (next) => {
      settings = next;
      catalog = createModelCatalog(providersOf(next, deps), clock);
      // Requested now, so that the first question does not wait; a failure is reported when the list is needed.
      catalog.list().catch(() => {});
      onChange();
    },
    download: (modelId) => downloads.start(modelId, catalog.providerOf(modelId)),
    cancelDownload: (modelId) => downloads.cancel(modelId),
    remove: async (modelId) => {
      downloads.cancel(modelId);
      await downloads.ended(modelId);
      await catalog.providerOf(modelId).remove?.(modelId);
      downloads.clearProblem(modelId);
      catalog.invalidate();
      onChange();
    },
  };
}

function providersOf({ servers }: ModelSettings, deps: ModelsDeps): readonly ModelProvider[] {
  const { fetch, apiKey, local } = deps;
  const remote = servers.map((server) =>
    createOpenAICompatibleProvider({ server, fetch, apiKey: () => apiKey(server.id) }),
  );
  return [...local, ...remote];
}
