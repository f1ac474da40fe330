import { github } from "../../connectors/github";
import { createIngest, type Ingest } from "../../create-ingest";
import type { Source } from "../../model/source";
import type { Fetch } from "../../ports/fetch";
import type { Store } from "../../store/store";
import { createFakeAuth } from "../../testing/fake-auth";
import { createFakeContext } from "../../testing/fake-context";
import { createFakeTime, type FakeTime } from "../../testing/fake-time";
import { createFuse, type Fuse, killable } from "../../testing/fuse";
import { holdTime } from "../../testing/hold-time";
import { createMemoryVault } from "../../testing/memory-vault";
import { openTestStore } from "../../testing/open-test-store";
import { sampleSource } from "../../testing/samples";
import { createSoakVendor, type SoakVendor } from "../vendor/create-soak-vendor";
import { createInstantEngine, type InstantEngine } from "./instant-engine";

export interface SoakLabOptions {
  readonly items: number;
  readonly seed: number;
  /** Called at every request. */
  readonly onRequest: () => void;
}

/** Atlas's service worker on a fake clock, which may die, over a store and a vendor that stay. */
export interface SoakLab {
  readonly time: FakeTime;
  readonly store: Store;
  readonly vendor: SoakVendor;
  readonly engine: InstantEngine;
  /** Versions of items that were committed more than once. */
  doubled(): number;
  source(): Promise<Source>;
  /** One life of the service worker: whatever is due, until that is done or the fuse blows. */
  live(fuse?: Fuse): Promise<void>;
}

const SOURCE_ID = "soak";
/** One item in five was discussed, as in a usual issue tracker of this size. */
const DISCUSSED = 0.2;

export async function createSoakLab({ items, seed, onRequest }: SoakLabOptions): Promise<SoakLab> {
  const time = createFakeTime();
  const { clock } = time;
  const vendor = createSoakVendor({ now: clock.now, items, seed, discussed: DISCUSSED });
  const store = openTestStore({ clock });
  const engine = createInstantEngine(store);
  const commits = countCommits(store);
  const vault = createMemoryVault({ [SOURCE_ID]: { kind: "token", token: vendor.token } });
  await store.addSource(
    sampleSource({
      id: SOURCE_ID,
      connectorId: "github",
      account: vendor.account,
      settings: { files: false },
    }),
  );
  const fetch: Fetch = (url, init) =>
    time.holding(async () => {
      init?.signal?.throwIfAborted();
      onRequest();
      return vendor.handle(new Request(url, { ...init, signal: null }));
    });

  function start(fuse: Fuse): Ingest {
    const held = killable(holdTime(commits.store, time), fuse);
    const limits = killable(holdTime(store.limits, time), fuse);
    return createIngest({
      ...createFakeContext({ source: sampleSource(), clock, store }),
      ...killable({ fetch, wait: time.wait }, fuse),
      store: { ...held, limits },
      vault: { ...vault, ...killable({ get: vault.get }, fuse) },
      auth: createFakeAuth(),
      connectors: [github],
      onChange: () => void time.holding(engine.drain),
    });
  }

  return {
    ...{ time, store, vendor, engine, doubled: commits.doubled },
    source: async () => {
      const source = await store.getSource(SOURCE_ID);
      if (source === undefined) throw new Error("The source is gone");
      return source;
    },
    live: async (fuse = createFuse()) => {
      const ended = start(fuse).syncDue();
      await time.run(ended.catch((thrown: unknown) => rethrowUnless(fuse.blown, thrown)));
      await time.holding(engine.drain);
    },
  };
}

function rethrowUnless(isExpected: boolean, thrown: unknown): void {
  if (!isExpected) throw thrown;
}

/** The store with a count of what it took: no version of an item may come twice. */
function countCommits(store: Store) {
  const seen = new Set<string>();
  let doubled = 0;
  const note = (documents: readonly { readonly id: string; readonly version: string }[]) => {
    for (const { id, version } of documents) {
      if (seen.has(`${id} ${version}`)) doubled++;
      seen.add(`${id} ${version}`);
    }
  };
  const counting: Store = {
    ...store,
    commitPage: async (sourceId, page) => {
      await store.commitPage(sourceId, page);
      note(page.documents);
    },
    commitItems: async (sourceId, items) => {
      await store.commitItems(sourceId, items);
      note(items.documents);
    },
  };
  return { store: counting, doubled: () => doubled };
}
