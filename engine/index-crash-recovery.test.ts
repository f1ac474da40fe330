import { IDBFactory } from "fake-indexeddb";
import { expect, test } from "vitest";
import { chunkText } from "./chunk/chunk-text";
import { contextualText } from "./chunk/contextual-text";
import { convert } from "./convert/convert-document";
import { createSearch, type Search } from "./create-search";
import { createStaticEmbedder } from "./embed/static/create-static-embedder";
import { parseStaticModel } from "./embed/static/parse-static-model";
import { createIndexing } from "./indexing/create-indexing";
import { openSearchIndex } from "./search-index/open-search-index";
import type { Store } from "./store/store";
import { createFuse, type Fuse, killable } from "./testing/crash-recovery/fuse";
import { killWrites } from "./testing/crash-recovery/kill-writes";
import { wordEmbedder } from "./testing/fakes/word-embedder";
import { pullPageFixture, sourceDocumentFixture, sourceFixture } from "./testing/fixtures";
import { readSearchFiles } from "./testing/read-search-files";
import { countRows } from "./testing/store/count-rows";
import { openTestStore } from "./testing/store/open-test-store";

const { signal } = new AbortController();
const files = readSearchFiles();
const embedder = createStaticEmbedder(parseStaticModel(files.model));

/** Time passes with every look at it, so that each document is a commit of its own. */
function autoAdvancingClock() {
  let now = Date.UTC(2025, 0, 1);
  return { now: () => (now += 400) };
}

/** The engine worker's half of Atlas, as after a start. */
function startEngine(store: Store, onChange: () => void = () => {}): Promise<Search> {
  const readerUrl = "atlas:reader";
  const deps = { ...files, embedder, store, readerUrl, onChange };
  return createSearch({ ...deps, clock: autoAdvancingClock(), yieldToOthers: async () => {} });
}

/** Titles of all documents the index answers with, once for each time. */
async function foundTitles(search: Search): Promise<readonly string[]> {
  return (await search.suggest("heron", 100)).map(({ title }) => title).sort();
}

function note(id: string, version = "1") {
  return sourceDocumentFixture({
    id,
    title: `${id} ${version}`,
    url: "",
    version,
    text: `The heron of ${id} was seen in year ${version}.`,
  });
}

const names = (count: number) => Array.from({ length: count }, (_, at) => `place${10 + at}`);

/** Which step the engine dies at, and whether steps are the store's calls or the rows of its transactions. */
interface EngineKill {
  readonly within: "calls" | "writes";
  readonly step: number;
}

/** Drains to the end or to the death, then once more in a new engine, which `check` looks at before it works. */
async function drainWithKill(
  indexedDB: IDBFactory,
  kill: EngineKill,
  check: (search: Search) => Promise<void>,
): Promise<Fuse> {
  const fuse = createFuse(kill.step);
  const killedStore = openTestStore({ indexedDB });
  const restore = kill.within === "writes" ? killWrites(fuse) : () => {};
  await startEngine(kill.within === "calls" ? killable(killedStore, fuse) : killedStore)
    .then((search) => search.drain(signal))
    .catch((thrown: unknown) => {
      if (!fuse.blown) throw thrown;
    });
  restore();
  killedStore.close();
  const store = openTestStore({ indexedDB });
  const search = await startEngine(store);
  await check(search);
  await search.drain(signal);
  store.close();
  return fuse;
}

/** How the store and the index stand to one another: all is well when both counts agree and nothing is queued. */
async function inspect(indexedDB: IDBFactory) {
  const store = openTestStore({ indexedDB });
  const search = await startEngine(store);
  const manifest = await store.manifest();
  const { stats, problems, backlog } = await search.status();
  const titles = await foundTitles(search);
  store.close();
  return {
    titles,
    documents: stats.documents,
    segments: manifest?.segments.length,
    embedderId: manifest?.embedderId,
    problems,
    queued: backlog.entries,
    stored: await countRows(indexedDB, "documents"),
    storedSegments: await countRows(indexedDB, "segments"),
  };
}

/** Twelve notes are indexed; three of them are gone by now, four are new versions, and twelve more are waiting. */
async function createPartlyIndexed(): Promise<IDBFactory> {
  const indexedDB = new IDBFactory();
  const store = openTestStore({ indexedDB });
  await store.addSource(sourceFixture({ id: "notes" }));
  const [first, second] = [names(24).slice(0, 12), names(24).slice(12)];
  await store.commitPage("notes", pullPageFixture({ documents: first.map((id) => note(id)) }));
  await (await startEngine(store)).drain(signal);
  const documents = [...first.slice(3, 7).map((id) => note(id, "2")), ...second.map((id) => note(id))];
  await store.commitPage("notes", pullPageFixture({ documents, deletions: first.slice(0, 3), cursor: "2" }));
  store.close();
  return indexedDB;
}

/** A call of the store has two steps, before and after it, and an odd stride gets to see both. */
test.each([
  ["calls", 3],
  ["writes", 7],
] as const)(
  "an engine killed in the midst of its %s, indexing and merging, loses nothing and doubles nothing",
  async (within, stride) => {
    const undisturbed = await createPartlyIndexed();
    await drainWithKill(undisturbed, { within, step: Number.POSITIVE_INFINITY }, async () => {});
    const outcome = await inspect(undisturbed);
    expect(outcome.titles).toHaveLength(21);
    expect(outcome).toMatchObject({ documents: 21, stored: 21, problems: [], queued: 0 });
    expect(outcome.segments).toBeLessThan(8);
    let step = 1;
    for (let blown = true; blown; step += stride) {
      const indexedDB = await createPartlyIndexed();
      const fuse = await drainWithKill(indexedDB, { within, step }, async (search) => {
        const ids = (await foundTitles(search)).map((title) => title.split(" ")[0]);
        expect(new Set(ids).size, `doubled after a kill at step ${step}`).toBe(ids.length);
        // The old version of a note answers until the new one does.
        expect(ids, `lost after a kill at step ${step}`).toEqual(expect.arrayContaining(names(12).slice(3)));
      });
      const { segments: _, storedSegments, ...rest } = await inspect(indexedDB);
      expect(rest, `killed at step ${step}`).toMatchObject({
        titles: outcome.titles,
        documents: 21,
        queued: 0,
      });
      expect(storedSegments).toBeLessThan(8);
      ({ blown } = fuse);
    }
    expect(step).toBeGreaterThan(50);
  },
);

/** Notes indexed in several commits by an embedder that is no longer in use. */
async function createIndexedByOtherEmbedder(count: number): Promise<IDBFactory> {
  const indexedDB = new IDBFactory();
  const store = openTestStore({ indexedDB });
  await store.addSource(sourceFixture({ id: "notes" }));
  await store.commitPage("notes", pullPageFixture({ documents: names(count).map((id) => note(id)) }));
  const { index } = openSearchIndex({
    manifest: undefined,
    segments: [],
    embedderId: wordEmbedder.id,
    dimensions: wordEmbedder.dimensions,
  });
  const parts = { store, index, clock: autoAdvancingClock(), convert, chunkText, contextualText };
  const pause = async () => {};
  await createIndexing({ ...parts, embedder: wordEmbedder, yieldToOthers: pause, onProgress: pause }).drain(
    signal,
  );
  store.close();
  return indexedDB;
}

test("after a change of the embedder every document is found all the while, once, until the new index has taken over", async () => {
  const indexedDB = await createIndexedByOtherEmbedder(20);
  const store = openTestStore({ indexedDB });
  const old = (await store.manifest())!;
  const seen: { titles: readonly string[]; oldSegments: number }[] = [];
  const look = async (search: Search) => {
    const { segments } = (await store.manifest())!;
    const oldSegments = segments.filter(({ id }) => old.segments.some((entry) => entry.id === id)).length;
    seen.push({ titles: await foundTitles(search), oldSegments });
  };
  const looks: Promise<void>[] = [];
  let opened: Search | undefined;
  // A change is announced while the engine opens, too.
  const search = await startEngine(store, () => opened && looks.push(look(opened)));
  opened = search;
  expect((await search.status()).problems).toHaveLength(1);
  await look(search);
  await search.drain(signal);
  await Promise.all(looks);
  for (const { titles } of seen) expect(titles).toEqual(names(20).map((id) => `${id} 1`));
  const left = [...new Set(seen.map(({ oldSegments }) => oldSegments))];
  expect([left[0], left.at(-1)]).toEqual([old.segments.length, 0]);
  expect(left.length).toBeGreaterThan(2);
  expect(await inspect(indexedDB)).toMatchObject({ documents: 20, stored: 20, queued: 0, problems: [] });
  const manifest = (await store.manifest())!;
  expect(manifest.embedderId).not.toBe(old.embedderId);
  const { embedderId, dimensions } = manifest;
  const segments = await store.segments(manifest.segments.map(({ id }) => id));
  expect(openSearchIndex({ manifest, segments, embedderId, dimensions }).rebuild).toBe("none");
});

test("an engine killed in the midst of such a change loses nothing and doubles nothing", async () => {
  const titles = names(12).map((id) => `${id} 1`);
  let step = 1;
  for (let blown = true; blown; step += 5) {
    const indexedDB = await createIndexedByOtherEmbedder(12);
    const fuse = await drainWithKill(indexedDB, { within: "calls", step }, async (search) => {
      expect(await foundTitles(search), `after a kill at step ${step}`).toEqual(titles);
    });
    const whole = { titles, documents: 12, stored: 12, queued: 0, problems: [] };
    expect(await inspect(indexedDB), `killed at step ${step}`).toMatchObject(whole);
    ({ blown } = fuse);
  }
  expect(step).toBeGreaterThan(20);
});
