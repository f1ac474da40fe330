import { github } from "../../connectors/github";
import { createIngest, type Ingest } from "../../create-ingest";
import type { Source } from "../../model/source";
import type { Fetch } from "../../ports/fetch";
import type { Store } from "../../store/store";
import { createFuse, type Fuse, killable } from "../../testing/crash-recovery/fuse";
import { createFakeAuth } from "../../testing/fakes/fake-auth";
import { createFakeContext } from "../../testing/fakes/fake-context";
import { createFakeTime, type FakeTime } from "../../testing/fakes/fake-time";
import { freezeTime } from "../../testing/fakes/freeze-time";
import { createMemoryVault } from "../../testing/fakes/memory-vault";
import { sourceFixture } from "../../testing/fixtures";
import { openTestStore } from "../../testing/store/open-test-store";
import { createSoakVendor, type SoakVendor } from "../vendor/create-soak-vendor";
import { createFakeIndexer, type FakeIndexer } from "./create-fake-indexer";

export interface SoakFixtureOptions {
  readonly items: number;
  readonly seed: number;
  /** Called at every request. */
  readonly onRequest: () => void;
}

/** Atlas's service worker on a fake clock. The worker can be killed; the store and the vendor persist. */
export interface SoakFixture {
  readonly time: FakeTime;
  readonly store: Store;
  readonly vendor: SoakVendor;
  readonly engine: FakeIndexer;
  /** Versions of items that were committed more than once. */
  duplicateCommits(): number;
  source(): Promise<Source>;
  /** One life of the service worker: runs whatever is due until that is done or the kill. */
  runWorker(fuse?: Fuse): Promise<void>;
}

const SOURCE_ID = "soak";
/** One item in five has comments, as in a typical issue tracker of this size. */
const COMMENTED_SHARE = 0.2;

export async function createSoakFixture({
  items,
  seed,
  onRequest,
}: SoakFixtureOptions): Promise<SoakFixture> {
  const time = createFakeTime();
  const { clock } = time;
  const vendor = createSoakVendor({ now: clock.now, items, seed, commentedShare: COMMENTED_SHARE });
  const store = openTestStore({ clock });
  const engine = createFakeIndexer(store);
  const commits = countCommits(store);
  const vault = createMemoryVault({ [SOURCE_ID]: { kind: "token", token: vendor.token } });
  await store.addSource(
    sourceFixture({
      id: SOURCE_ID,
      connectorId: github.declaration.id,
      account: vendor.account,
      settings: { files: false },
    }),
  );
  const fetch: Fetch = (url, init) =>
    time.freezeDuring(async () => {
      init?.signal?.throwIfAborted();
      onRequest();
      return vendor.handle(new Request(url, { ...init, signal: null }));
    });

  function start(fuse: Fuse): Ingest {
    const killableStore = killable(freezeTime(commits.store, time), fuse);
    const limits = killable(freezeTime(store.limits, time), fuse);
    return createIngest({
      ...createFakeContext({ source: sourceFixture(), clock, store }),
      ...killable({ fetch, wait: time.wait }, fuse),
      store: { ...killableStore, limits },
      vault: { ...vault, ...killable({ get: vault.get }, fuse) },
      auth: createFakeAuth(),
      connectors: [github],
      onChange: () => void time.freezeDuring(engine.drain),
    });
  }

  return {
    ...{ time, store, vendor, engine, duplicateCommits: commits.doubled },
    source: async () => {
      const source = await store.getSource(SOURCE_ID);
      if (source === undefined) throw new Error("The source is gone");
      return source;
    },
    runWorker: async (fuse = createFuse()) => {
      const ended = start(fuse).syncDue();
      await time.run(ended.catch((thrown: unknown) => rethrowUnless(fuse.blown, thrown)));
      await time.freezeDuring(engine.drain);
    },
  };
}

function rethrowUnless(isExpected: boolean, thrown: unknown): void {
  if (!isExpected) throw thrown;
}

/** The store with a count of the committed versions: none may occur twice. */
function countCommits(store: Store) {
  const seen = new Set<string>();
  let duplicates = 0;
  const record = (documents: readonly { readonly id: string; readonly version: string }[]) => {
    for (const { id, version } of documents) {
      if (seen.has(`${id} ${version}`)) duplicates++;
      seen.add(`${id} ${version}`);
    }
  };
  const counting: Store = {
    ...store,
    commitPage: async (sourceId, page) => {
      await store.commitPage(sourceId, page);
      record(page.documents);
    },
    commitItems: async (sourceId, items) => {
      await store.commitItems(sourceId, items);
      record(items.documents);
    },
  };
  return { store: counting, doubled: () => duplicates };
}
