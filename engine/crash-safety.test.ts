import fc from "fast-check";
import { expect, test } from "vitest";
import type { Ingest } from "./create-ingest";
import { countRows } from "./testing/count-rows";
import {
  type CrashLab,
  createCrashLab,
  type Kill,
  SOURCE_IDS,
  type SourceId,
  type Victim,
} from "./testing/crash-lab";
import { BUGGY, SKIPPED, UNREADABLE } from "./testing/fake-conversion";
import { openMemoryIndex } from "./testing/memory-index";
import { openTestStore } from "./testing/open-test-store";

/** Everything stored, without ids and times: equal for equal outcomes, whatever happened on the way. */
async function snapshot(lab: CrashLab) {
  const store = openTestStore({ indexedDB: lab.indexedDB });
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
    documents: await countRows(lab.indexedDB, "documents"),
    queue: await countRows(lab.indexedDB, "queue"),
    contents: await countRows(lab.indexedDB, "contents"),
    strandedSegments: (await countRows(lab.indexedDB, "segments")) - index.stats().segments,
  };
  store.close();
  return {
    sources: sources.map(({ id, state, cursor }) => `${id} ${state} at ${cursor}`).sort(),
    items: items.flat().sort((a, b) => (a.key < b.key ? -1 : 1)),
    counts,
  };
}

/** What a snapshot must be, worked out from the worlds alone. */
function expected(lab: CrashLab, present: readonly SourceId[]): Awaited<ReturnType<typeof snapshot>> {
  const items = [...present].sort().flatMap((id) =>
    [...lab.worlds[id].items].sort().map(([itemId, version]) => {
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
    sources: present.map((id) => `${id} idle at ${lab.worlds[id].log.length}`).sort(),
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

/** A life of Atlas; each act is repeated after a kill, as an alarm or the person would. */
const ACTS: readonly {
  readonly world?: (lab: CrashLab) => void;
  readonly work: (ingest: Ingest) => Promise<void>;
  readonly withoutEngine?: boolean;
}[] = [
  {
    world: ({ worlds }) => {
      const texts = ["alpha", SKIPPED, "a text of several chunks", UNREADABLE, "delta"];
      for (const id of SOURCE_IDS)
        for (const [at, text] of texts.entries()) worlds[id].put(`item${at}`, text);
    },
    work: async (ingest) => {
      await addMissing(ingest);
      await touchAll(ingest);
    },
  },
  {
    world: ({ worlds }) => {
      for (const id of SOURCE_IDS) {
        worlds[id].delete("item0");
        worlds[id].delete("item2");
        worlds[id].delete("item4");
        worlds[id].put("moved", "delta");
        worlds[id].put("item3", "readable now");
      }
    },
    work: touchAll,
    withoutEngine: true,
  },
  {
    world: ({ worlds }) => {
      for (const id of SOURCE_IDS) worlds[id].put("item0", "alpha, come back");
    },
    work: touchAll,
  },
  {
    work: async (ingest) => {
      await Promise.all([ingest.syncNow("tells"), ingest.removeSource("lists")]);
    },
  },
];

async function live(kill?: Kill) {
  const lab = createCrashLab();
  const steps = { ingest: 0, engine: 0, write: 0 };
  let left = kill;
  for (const { world, work, withoutEngine = false } of ACTS) {
    world?.(lab);
    const made = await lab.run(work, {
      withoutEngine,
      kill: left && { ...left, step: left.step - steps[left.victim] },
    });
    for (const victim of ["ingest", "engine", "write"] as const) steps[victim] += made[victim];
    if (left && steps[left.victim] >= left.step) {
      left = undefined;
      await lab.run(work, { withoutEngine });
    }
  }
  return { steps, lab, killed: left === undefined };
}

/** A store call has two steps, so an odd stride gets to see both sides of calls. */
const STRIDE = 5;

test.each<Victim>(["ingest", "engine", "write"])(
  "a kill of %s at every fifth step loses nothing and doubles nothing",
  async (victim) => {
    const undisturbed = await live();
    const outcome = await snapshot(undisturbed.lab);
    expect(outcome).toEqual(expected(undisturbed.lab, ["tells"]));
    let step = 1;
    for (; ; step += STRIDE) {
      const { lab, killed } = await live({ victim, step });
      expect(await snapshot(lab), `killed at step ${step}`).toEqual(outcome);
      if (!killed) break;
    }
    expect(step).toBeGreaterThan(50);
  },
);

/** Few items and texts, so that they meet: an item put, deleted and put again, a text come back. */
const ITEMS = ["a", "b", "c"];
const TEXTS = ["alpha", "beta", "a text of several chunks", SKIPPED, UNREADABLE, BUGGY];

const source = fc.constantFrom(...SOURCE_IDS);
const item = fc.constantFrom(...ITEMS);
const kill = fc.record({
  victim: fc.constantFrom<Victim>("ingest", "engine", "write"),
  step: fc.integer({ min: 1, max: 60 }),
});

type Act =
  | { readonly act: "put"; readonly source: SourceId; readonly item: string; readonly text: string }
  | { readonly act: "delete"; readonly source: SourceId; readonly item: string }
  | { readonly act: "move"; readonly source: SourceId; readonly item: string; readonly to: string }
  | {
      readonly act: "run";
      readonly kill?: Kill | undefined;
      readonly remove?: SourceId | undefined;
      readonly withoutEngine: boolean;
    };

const act: fc.Arbitrary<Act> = fc.oneof(
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

async function perform(lab: CrashLab, done: Act): Promise<void> {
  if (done.act === "run") {
    const { remove, ...options } = done;
    await lab.run(async (ingest) => {
      await addMissing(ingest);
      await Promise.all([touchAll(ingest), remove && ingest.removeSource(remove)]);
    }, options);
    return;
  }
  const world = lab.worlds[done.source];
  if (done.act === "put") world.put(done.item, done.text);
  if (done.act === "delete") world.delete(done.item);
  if (done.act === "move") {
    const text = world.items.get(done.item);
    world.delete(done.item);
    if (text !== undefined) world.put(done.to, text);
  }
}

test("whatever happens and whenever it dies, Atlas ends with exactly what the sources hold", async () => {
  const acts = fc.array(act, { minLength: 1, maxLength: 30 });
  const ticks = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(acts, ticks, async (history, delays) => {
      const lab = createCrashLab(delays);
      for (const done of history) await perform(lab, done);
      await lab.run(async (ingest) => {
        await addMissing(ingest);
        await touchAll(ingest);
      });
      expect(await snapshot(lab)).toEqual(expected(lab, SOURCE_IDS));
    }),
    { numRuns: 60 },
  );
});
