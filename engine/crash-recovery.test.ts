import fc from "fast-check";
import { expect, test } from "vitest";
import type { Ingest } from "./create-ingest";
import {
  type CrashFixture,
  createCrashFixture,
  type Kill,
  type KillTarget,
  SOURCE_IDS,
  type SourceId,
} from "./testing/crash-recovery/crash-fixture";
import { BUGGY, SKIPPED, UNREADABLE } from "./testing/fakes/fake-conversion";
import { openMemoryIndex } from "./testing/fakes/memory-index";
import { countRows } from "./testing/store/count-rows";
import { openTestStore } from "./testing/store/open-test-store";

/** Everything stored, without ids and times. Equal for equal outcomes, in whatever order things happened. */
async function snapshot(fixture: CrashFixture) {
  const store = openTestStore({ indexedDB: fixture.indexedDB });
  const index = await openMemoryIndex(store);
  const sources = await store.listSources();
  const items = await Promise.all(
    sources.map(async ({ id }) => {
      const rows = await store.ledger(id, { offset: 0, limit: 1_000 });
      const documents = await Promise.all(rows.map(({ itemId }) => store.documentOf(id, itemId)));
      return rows.map(({ itemId, status, version, reason }, at) => {
        const document = documents[at];
        const entry = index.live().find(({ documentId }) => documentId === document?.documentId);
        return {
          key: `${id}/${itemId}`,
          status,
          version,
          reason,
          text: document?.text,
          chunks: document?.chunks.length,
          indexed: entry?.chunks.map((chunk) => chunk.text).join(""),
        };
      });
    }),
  );
  const counts = {
    indexEntries: index.live().length,
    documents: await countRows(fixture.indexedDB, "documents"),
    queue: await countRows(fixture.indexedDB, "queue"),
    contents: await countRows(fixture.indexedDB, "contents"),
    strandedSegments: (await countRows(fixture.indexedDB, "segments")) - index.stats().segments,
  };
  store.close();
  return {
    sources: sources.map(({ id, state, cursor }) => `${id} ${state} at ${cursor}`).sort(),
    items: items.flat().sort((a, b) => (a.key < b.key ? -1 : 1)),
    counts,
  };
}

/** The expected snapshot, computed from the fakes alone. */
function expected(fixture: CrashFixture, present: readonly SourceId[]): Awaited<ReturnType<typeof snapshot>> {
  const items = [...present].sort().flatMap((id) =>
    [...fixture.fakeSources[id].items].sort().map(([itemId, version]) => {
      const key = `${id}/${itemId}`;
      const gone = { text: undefined, chunks: undefined, indexed: undefined };
      if (version.startsWith(SKIPPED))
        return { key, status: "skipped" as const, version, reason: "The file is empty", ...gone };
      if (version.startsWith(UNREADABLE))
        return { key, status: "failed" as const, version, reason: "The file needs a password", ...gone };
      if (version.startsWith(BUGGY))
        return {
          key,
          status: "failed" as const,
          version,
          reason: `Cannot index "${itemId}": x is undefined`,
          ...gone,
        };
      const chunks = Math.ceil(version.length / 10);
      return {
        key,
        status: "indexed" as const,
        version,
        reason: undefined,
        text: version,
        chunks,
        indexed: version,
      };
    }),
  );
  const good = items.filter(({ status }) => status === "indexed").length;
  return {
    sources: present.map((id) => `${id} idle at ${fixture.fakeSources[id].log.length}`).sort(),
    items,
    counts: { indexEntries: good, documents: good, queue: 0, contents: 0, strandedSegments: 0 },
  };
}

async function addMissing(ingest: Ingest, ids: readonly SourceId[] = SOURCE_IDS): Promise<void> {
  const present = (await ingest.list()).map(({ source }) => source.id);
  for (const id of ids) if (!present.includes(id)) await ingest.addSource({ connectorId: id });
}

async function touchAll(ingest: Ingest): Promise<void> {
  await Promise.all(SOURCE_IDS.map((id) => ingest.touch(id)));
}

/** Runs a series of actions. Each is repeated after a kill, as an alarm or the person would. */
const SCENARIO: readonly {
  readonly changeSources?: (fixture: CrashFixture) => void;
  readonly work: (ingest: Ingest) => Promise<void>;
  readonly withoutEngine?: boolean;
}[] = [
  {
    changeSources: ({ fakeSources }) => {
      const texts = ["alpha", SKIPPED, "a text of several chunks", UNREADABLE, "delta"];
      for (const id of SOURCE_IDS)
        for (const [at, text] of texts.entries()) fakeSources[id].put(`item${at}`, text);
    },
    work: async (ingest) => {
      await addMissing(ingest);
      await touchAll(ingest);
    },
  },
  {
    changeSources: ({ fakeSources }) => {
      for (const id of SOURCE_IDS) {
        fakeSources[id].delete("item0");
        fakeSources[id].delete("item2");
        fakeSources[id].delete("item4");
        fakeSources[id].put("moved", "delta");
        fakeSources[id].put("item3", "readable now");
      }
    },
    work: touchAll,
    withoutEngine: true,
  },
  {
    changeSources: ({ fakeSources }) => {
      for (const id of SOURCE_IDS) fakeSources[id].put("item0", "alpha, come back");
    },
    work: touchAll,
  },
  {
    work: async (ingest) => {
      await Promise.all([ingest.syncNow("reporting"), ingest.removeSource("listing")]);
    },
  },
];

async function runScenario(kill?: Kill) {
  const fixture = createCrashFixture();
  const steps = { ingest: 0, engine: 0, write: 0 };
  let pendingKill = kill;
  for (const { changeSources, work, withoutEngine = false } of SCENARIO) {
    changeSources?.(fixture);
    const made = await fixture.run(work, {
      withoutEngine,
      kill: pendingKill && { ...pendingKill, step: pendingKill.step - steps[pendingKill.target] },
    });
    for (const victim of ["ingest", "engine", "write"] as const) steps[victim] += made[victim];
    if (pendingKill && steps[pendingKill.target] >= pendingKill.step) {
      pendingKill = undefined;
      await fixture.run(work, { withoutEngine });
    }
  }
  return { steps, fixture, killed: pendingKill === undefined };
}

/** A store call has two steps, so an odd stride tests both sides of calls. */
const STRIDE = 5;

test.each<KillTarget>(["ingest", "engine", "write"])(
  "a kill of %s at every fifth step loses nothing and repeats nothing",
  async (victim) => {
    const undisturbed = await runScenario();
    const outcome = await snapshot(undisturbed.fixture);
    expect(outcome).toEqual(expected(undisturbed.fixture, ["reporting"]));
    let step = 1;
    for (; ; step += STRIDE) {
      const { fixture, killed } = await runScenario({ target: victim, step });
      expect(await snapshot(fixture), `killed at step ${step}`).toEqual(outcome);
      if (!killed) break;
    }
    expect(step).toBeGreaterThan(50);
  },
);

/**
 * Few items and texts, so that actions concern the same ones: an item put, deleted and put again, a text that
 * returns.
 */
const ITEMS = ["a", "b", "c"];
const TEXTS = ["alpha", "beta", "a text of several chunks", SKIPPED, UNREADABLE, BUGGY];

const source = fc.constantFrom(...SOURCE_IDS);
const item = fc.constantFrom(...ITEMS);
const kill = fc.record({
  target: fc.constantFrom<KillTarget>("ingest", "engine", "write"),
  step: fc.integer({ min: 1, max: 60 }),
});

type FuzzAction =
  | { readonly act: "put"; readonly source: SourceId; readonly item: string; readonly text: string }
  | { readonly act: "delete"; readonly source: SourceId; readonly item: string }
  | { readonly act: "move"; readonly source: SourceId; readonly item: string; readonly to: string }
  | {
      readonly act: "run";
      readonly kill?: Kill | undefined;
      readonly remove?: SourceId | undefined;
      readonly withoutEngine: boolean;
    };

const act: fc.Arbitrary<FuzzAction> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ act: fc.constant("put"), source, item, text: fc.constantFrom(...TEXTS) }),
  },
  { weight: 3, arbitrary: fc.record({ act: fc.constant("delete"), source, item }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant("move"), source, item, to: item }) },
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant("run"),
      withoutEngine: fc.boolean(),
      kill: fc.option(kill, { nil: undefined }),
      remove: fc.option(source, { nil: undefined, freq: 4 }),
    }),
  },
);

async function applyAction(fixture: CrashFixture, action: FuzzAction): Promise<void> {
  if (action.act === "run") {
    const { remove, ...options } = action;
    await fixture.run(async (ingest) => {
      await addMissing(ingest);
      await Promise.all([touchAll(ingest), remove && ingest.removeSource(remove)]);
    }, options);
    return;
  }
  const fakeSource = fixture.fakeSources[action.source];
  if (action.act === "put") fakeSource.put(action.item, action.text);
  if (action.act === "delete") fakeSource.delete(action.item);
  if (action.act === "move") {
    const text = fakeSource.items.get(action.item);
    fakeSource.delete(action.item);
    if (text !== undefined) fakeSource.put(action.to, text);
  }
}

test("after any actions and kills, Atlas has exactly the contents of the sources", async () => {
  const acts = fc.array(act, { minLength: 1, maxLength: 30 });
  const ticks = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(acts, ticks, async (history, delays) => {
      const fixture = createCrashFixture(delays);
      for (const done of history) await applyAction(fixture, done);
      await fixture.run(async (ingest) => {
        await addMissing(ingest);
        await touchAll(ingest);
      });
      expect(await snapshot(fixture)).toEqual(expected(fixture, SOURCE_IDS));
    }),
    { numRuns: 60 },
  );
});
