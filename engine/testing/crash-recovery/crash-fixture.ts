import { IDBFactory } from "fake-indexeddb";
import type { ConnectorDefinition } from "../../connectors/connector";
import type { Convert } from "../../convert/convert";
import { createIngest, type Ingest } from "../../create-ingest";
import { createIndexing, type Indexing } from "../../indexing/create-indexing";
import type { Store } from "../../store/store";
import { createFakeAuth } from "../fakes/fake-auth";
import { createFakeClock, type FakeClock } from "../fakes/fake-clock";
import { createFakeConnector, createFakeSource, type FakeSource } from "../fakes/fake-connector";
import { createFakeContext } from "../fakes/fake-context";
import { fakeChunkText, fakeContextualText, fakeConvert, fakeEmbedder } from "../fakes/fake-conversion";
import { openMemoryIndex } from "../fakes/memory-index";
import { createMemoryVault } from "../fakes/memory-vault";
import { sourceFixture } from "../fixtures";
import { openTestStore } from "../store/open-test-store";
import { createFuse, type Fuse, killable } from "./fuse";
import { killWrites } from "./kill-writes";

/** Sources, named as their connectors: one reports deletions, the other only lists what exists. */
export const SOURCE_IDS = ["reporting", "listing"] as const;
export type SourceId = (typeof SOURCE_IDS)[number];

/** What is killed: the service worker, the engine, or both inside a transaction, at a written row. */
export type KillTarget = "ingest" | "engine" | "write";

export interface Kill {
  readonly target: KillTarget;
  /** The step at which it is killed, from 1. */
  readonly step: number;
}

export type StepCounts = Readonly<Record<KillTarget, number>>;

export interface RunOptions {
  readonly kill?: Kill | undefined;
  /** True: the engine never starts, and the outbox is not drained. */
  readonly withoutEngine?: boolean;
}

/** Two processes over one database, as in the browser, with their fake sources. */
export interface CrashFixture {
  readonly indexedDB: IDBFactory;
  readonly fakeSources: Readonly<Record<SourceId, FakeSource>>;
  /**
   * Restarts both processes; runs `work` in the service worker while the engine drains, to the end or to the kill.
   * Returns the steps of each process.
   */
  run(work: (ingest: Ingest) => Promise<unknown>, options?: RunOptions): Promise<StepCounts>;
}

/** `ticks` has, for each call in turn, the turns of the event loop by which a store call is delayed. */
export function createCrashFixture(ticks: readonly number[] = [0]): CrashFixture {
  const indexedDB = new IDBFactory();
  const fakeSources = { reporting: createFakeSource(), listing: createFakeSource() };
  const clock = createFakeClock();
  let calls = 0;
  const pause = async () => {
    for (let left = ticks[calls++ % ticks.length] ?? 0; left > 0; left--) await nextTurn();
  };
  return {
    indexedDB,
    fakeSources,
    run: async (work, { kill, withoutEngine } = {}) => {
      const fuse = (victim: KillTarget) => createFuse(kill?.target === victim ? kill.step : undefined);
      const fuses = { ingest: fuse("ingest"), engine: fuse("engine"), write: fuse("write") };
      const restore = killWrites(fuses.write);
      const stores = [openTestStore({ indexedDB, clock }), openTestStore({ indexedDB, clock })] as const;
      const engine = withoutEngine
        ? NO_ENGINE
        : startEngine({ store: killable(stores[1], fuses.engine, pause), clock }, fuses.engine);
      const results = await runConcurrently((notify) => {
        const store = killable(stores[0], fuses.ingest, pause);
        return work(startIngest({ store, clock, fakeSources, onChange: notify }, fuses.ingest));
      }, engine);
      for (const store of stores) store.close();
      restore();
      const failed = results.find((result) => result.status === "rejected");
      if (failed && !Object.values(fuses).some(({ blown }) => blown)) throw failed.reason;
      return { ingest: fuses.ingest.steps, engine: fuses.engine.steps, write: fuses.write.steps };
    },
  };
}

/** The engine drains whenever it is notified during the work, and once before and after it. */
async function runConcurrently(work: (notify: () => void) => Promise<unknown>, engine: Promise<Indexing>) {
  const { signal } = new AbortController();
  let working = true;
  let notified = true;
  const notify = () => {
    notified = true;
  };
  const worked = work(notify).finally(() => {
    working = false;
    notify();
  });
  const drained = engine.then(async (indexing) => {
    while (working || notified) {
      const drain = notified;
      notified = false;
      if (drain) await indexing.drain(signal);
      else await nextTurn();
    }
  });
  return Promise.allSettled([worked, drained]);
}

interface CrashIngestDeps {
  readonly store: Store;
  readonly clock: FakeClock;
  readonly fakeSources: Readonly<Record<SourceId, FakeSource>>;
  readonly onChange: () => void;
}

function startIngest({ store, clock, fakeSources, onChange }: CrashIngestDeps, fuse: Fuse): Ingest {
  const connectors = SOURCE_IDS.map((id): ConnectorDefinition => {
    const connector = createFakeConnector(fakeSources[id], { reportsDeletions: id === "reporting" });
    return {
      declaration: {
        id,
        name: id,
        description: "",
        reads: [],
        notRead: [],
        icon: "",
        permissions: [],
        settings: [],
        multiple: false,
        addedBy: "switch",
        intervalMinutes: 0,
      },
      create: () => killable(connector, fuse),
    };
  });
  const context = createFakeContext({ source: sourceFixture(), clock, store });
  const signIns = { vault: createMemoryVault(), auth: createFakeAuth() };
  return createIngest({ ...context, ...signIns, store, onChange, connectors });
}

const NO_ENGINE: Promise<Pick<Indexing, "drain">> = Promise.resolve({
  drain: async () => ({ indexed: 0, skipped: 0, failed: 0 }),
});

async function startEngine(
  { store, clock }: { readonly store: Store; readonly clock: FakeClock },
  fuse: Fuse,
): Promise<Indexing> {
  // Slow enough that batches are committed in parts and the engine pauses between documents.
  const convert: Convert = (document) => {
    clock.advance(150);
    return fakeConvert(document);
  };
  return createIndexing({
    store,
    index: await openMemoryIndex(store),
    clock,
    ...killable({ convert, yieldToOthers: nextTurn }, fuse),
    chunkText: fakeChunkText,
    contextualText: fakeContextualText,
    embedder: fakeEmbedder,
    onProgress: () => {},
  });
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
