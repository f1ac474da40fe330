import { createSearch, type Search, type SearchDeps } from "../../../create-search";
import { createModels } from "../../../llm/create-models";
import type { Models } from "../../../llm/models";
import type { ModelSettings } from "../../../model/model-settings";
import type { Clock } from "../../../ports/clock";
import type { Store } from "../../../store/store";
import { wait } from "../../../util/wait";
import type { WorkItems } from "../../data/work-items";
import { createInstantModel, type InstantModel } from "./instant-model";
import { type AnswerTrace, createTrace, traceGenerator, traceRows } from "./trace-answer";

export interface AnswerBenchDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly files: Pick<SearchDeps, "model" | "voy" | "kernel">;
}

/** The engine worker's half of Atlas over a store of its own, with models that answer at once. */
export interface AnswerBench {
  readonly clock: Clock;
  readonly store: Store;
  readonly search: Search;
  readonly device: InstantModel;
  readonly cloud: InstantModel;
  /** Which models there are from now on. */
  offer(models: readonly InstantModel[]): void;
  /** Makes a new trace, which the next question writes into. */
  newTrace(): AnswerTrace;
}

/** Documents of one page of a sync. */
const PAGE = 500;
const SETTINGS: ModelSettings = { policy: "cloud", servers: [], race: false };
const { signal } = new AbortController();

/** Opens what was indexed before, if anything was. */
export async function openAnswerBench({ store, clock, files }: AnswerBenchDeps): Promise<AnswerBench> {
  const [device, cloud] = [createInstantModel("device"), createInstantModel("cloud")];
  let offered: readonly InstantModel[] = [];
  let trace = createTrace();
  const newModels = () => {
    const made = createModels({
      ...{ clock, wait, egress: store.egress, speeds: store.speeds },
      fetch: () => Promise.reject(new TypeError("The benchmark asks no server")),
      apiKey: async () => undefined,
      local: offered.map(({ provider }) => provider),
      onChange: () => {},
    });
    made.configure(SETTINGS);
    return made;
  };
  let models: Models = newModels();
  const generator = traceGenerator(
    {
      window: (choice) => models.generator.window(choice),
      generate: (request) => models.generator.generate(request),
    },
    () => trace,
    clock,
  );
  const search = await createSearch({
    ...{ ...files, clock, generator },
    store: traceRows(store, () => trace, clock),
    readerUrl: "atlas:reader",
    yieldToOthers: () => new Promise((resolve) => setTimeout(resolve)),
    onChange: () => {},
  });
  return {
    ...{ clock, store, search, device, cloud },
    offer: (wanted) => {
      offered = wanted;
      models = newModels();
    },
    newTrace: () => {
      trace = createTrace();
      return trace;
    },
  };
}

/** Syncs and indexes documents, page by page, until the index holds `chunks` of them. */
export async function fillIndex({ store, search }: AnswerBench, items: WorkItems, chunks: number) {
  for (const source of items.sources) await store.addSource(source);
  let documents = 0;
  for (;;) {
    const { stats } = await search.status();
    if (stats.chunks >= chunks) return { documents: stats.documents, chunks: stats.chunks };
    const page = Array.from({ length: PAGE }, () => items.item(++documents));
    for (const { id } of items.sources) {
      const own = page.flatMap(({ sourceId, document }) => (sourceId === id ? [document] : []));
      await store.commitPage(id, {
        ...{ documents: own, deletions: [], failures: [], cursor: String(documents), done: true },
      });
    }
    await search.drain(signal);
  }
}
