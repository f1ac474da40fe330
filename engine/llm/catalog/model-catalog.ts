import { NotFoundError } from "../../errors/not-found-error";
import type { Clock } from "../../ports/clock";
import { createSingleFlight } from "../../util/create-single-flight";
import { hasElapsed } from "../../util/has-elapsed";
import type { ModelInfo, ModelProvider } from "../model-provider";

/** After this time the servers are asked again, while the last list is still used. */
const STALE_MS = 30_000;

/** The models of every provider. */
export interface ModelCatalog {
  /** From memory where possible, so that a question never waits for a server that is asked again. */
  list(options?: { readonly fresh?: boolean }): Promise<readonly ModelInfo[]>;
  /** The provider of a model. NotFoundError when there is none. */
  providerOf(modelId: string): ModelProvider;
  /** Discards the lists: a model was fetched or removed. */
  invalidate(): void;
}

interface CachedModels {
  readonly at: number;
  readonly models: readonly ModelInfo[];
}

export function createModelCatalog(providers: readonly ModelProvider[], clock: Clock): ModelCatalog {
  const singleFlight = createSingleFlight<readonly ModelInfo[]>();
  const { signal } = new AbortController();
  let cached: CachedModels | undefined;
  let version = 0;

  // A list that was requested before a discard must not count as new.
  const fetchList = () => {
    const askedVersion = version;
    return singleFlight(String(askedVersion), async () => {
      const at = clock.now();
      const models = (await Promise.all(providers.map((provider) => provider.listModels(signal)))).flat();
      if (askedVersion === version) cached = { at, models };
      return models;
    });
  };

  const invalidate = () => {
    version++;
    cached = undefined;
  };

  return {
    invalidate,
    list: async ({ fresh } = {}) => {
      if (fresh) invalidate();
      if (cached === undefined) return fetchList();
      // A failure is reported when the list is next requested without one in memory.
      if (hasElapsed(cached.at, STALE_MS, clock.now())) fetchList().catch(() => {});
      return cached.models;
    },
    providerOf: (modelId) => {
      const provider = providers.find(({ id }) => modelId.startsWith(`${id}/`));
      if (!provider) throw new NotFoundError(`Cannot use the model "${modelId}": nobody offers it any more`);
      return provider;
    },
  };
}
