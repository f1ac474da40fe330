import { IDBFactory } from "fake-indexeddb";
import type { ConnectorDefinition } from "../connectors/connector";
import type { Convert } from "../convert/convert";
import { createIngest, type Ingest } from "../create-ingest";
import { createIndexing, type Indexing } from "../indexing/create-indexing";
import type { Store } from "../store/store";
import { createFakeAuth } from "./fake-auth";
import { createFakeClock, type FakeClock } from "./fake-clock";
import { createFakeConnector, createFakeWorld, type FakeWorld } from "./fake-connector";
import { createFakeContext } from "./fake-context";
import { fakeChunkText, fakeContextualText, fakeConvert, fakeEmbedder } from "./fake-conversion";
import { createFuse, type Fuse, killable } from "./fuse";
import { killWrites } from "./kill-writes";
import { openMemoryIndex } from "./memory-index";
import { createMemoryVault } from "./memory-vault";
import { openTestStore } from "./open-test-store";
import { sampleSource } from "./samples";

/** Sources of the lab, named as their connectors: one tells deletions, the other only lists what exists. */
export const SOURCE_IDS = ["tells", "lists"] as const;
export type SourceId = (typeof SOURCE_IDS)[number];

/** What dies: the service worker, the engine, or both in the middle of a transaction, at a written row. */
export type Victim = "ingest" | "engine" | "write";

export interface Kill {
  readonly victim: Victim;
  /** Which step it dies at, from 1. */
  readonly step: number;
}

export type Steps = Readonly<Record<Victim, number>>;

export interface RunOptions {
  readonly kill?: Kill | undefined;
  /** True: the engine never starts, and work piles up in the outbox. */
  readonly withoutEngine?: boolean;
}

/** Two processes over one database, as in the browser, and the worlds their sources look at. */
export interface CrashLab {
  readonly indexedDB: IDBFactory;
  readonly worlds: Readonly<Record<SourceId, FakeWorld>>;
  /**
   * Starts both processes anew; runs `work` in the service worker while the engine drains, to the end or to
   * the kill. Returns the steps each victim has made.
   */
  run(work: (ingest: Ingest) => Promise<unknown>, options?: RunOptions): Promise<Steps>;
}

/** `ticks` says, call by call and over again, how many turns of the event loop a store call is held up. */
export function createCrashLab(ticks: readonly number[] = [0]): CrashLab {
  const indexedDB = new IDBFactory();
  const worlds = { tells: createFakeWorld(), lists: createFakeWorld() };
  const clock = createFakeClock();
  let calls = 0;
  const pause = async () => {
    for (let left = ticks[calls++ % ticks.length] ?? 0; left > 0; left--) await nextTurn();
  };
  return {
    indexedDB,
    worlds,
    run: async (work, { kill, withoutEngine } = {}) => {
      const fuse = (victim: Victim) => createFuse(kill?.victim === victim ? kill.step : undefined);
      const fuses = { ingest: fuse("ingest"), engine: fuse("engine"), write: fuse("write") };
      const mend = killWrites(fuses.write);
      const stores = [openTestStore({ indexedDB, clock }), openTestStore({ indexedDB, clock })] as const;
      const engine = withoutEngine
        ? NO_ENGINE
        : startEngine({ store: killable(stores[1], fuses.engine, pause), clock }, fuses.engine);
      const results = await together((poke) => {
        const store = killable(stores[0], fuses.ingest, pause);
        return work(startIngest({ store, clock, worlds, onChange: poke }, fuses.ingest));
      }, engine);
      for (const store of stores) store.close();
      mend();
      const failed = results.find((result) => result.status === "rejected");
      if (failed && !Object.values(fuses).some(({ blown }) => blown)) throw failed.reason;
      return { ingest: fuses.ingest.steps, engine: fuses.engine.steps, write: fuses.write.steps };
    },
  };
}

/** The engine drains whenever it is poked while the work goes on, and once before and after it. */
async function together(work: (poke: () => void) => Promise<unknown>, engine: Promise<Indexing>) {
  const { signal } = new AbortController();
  let working = true;
  let poked = true;
  const poke = () => {
    poked = true;
  };
  const worked = work(poke).finally(() => {
    working = false;
    poke();
  });
  const drained = engine.then(async (indexing) => {
    while (working || poked) {
      const drain = poked;
      poked = false;
      if (drain) await indexing.drain(signal);
      else await nextTurn();
    }
  });
  return Promise.allSettled([worked, drained]);
}

interface IngestParts {
  readonly store: Store;
  readonly clock: FakeClock;
  readonly worlds: Readonly<Record<SourceId, FakeWorld>>;
  readonly onChange: () => void;
}

function startIngest({ store, clock, worlds, onChange }: IngestParts, fuse: Fuse): Ingest {
  const connectors = SOURCE_IDS.map((id): ConnectorDefinition => {
    const connector = createFakeConnector(worlds[id], { tellsDeletions: id === "tells" });
    return {
      declaration: {
        id,
        name: id,
        description: "",
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
  const context = createFakeContext({ source: sampleSource(), clock, store });
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
  // Slow enough that batches are committed in several parts and the engine pauses between documents.
  const convert: Convert = (document) => {
    clock.advance(150);
    return fakeConvert(document);
  };
  return createIndexing({
    store,
    index: await openMemoryIndex(store),
    clock,
    ...killable({ convert, pause: nextTurn }, fuse),
    chunkText: fakeChunkText,
    contextualText: fakeContextualText,
    embedder: fakeEmbedder,
    onProgress: () => {},
  });
}

function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
