import { expect, test } from "vitest";
import type { Embedder } from "../embed/embedder";
import { createFakeSearchIndex, type FakeHits } from "../testing/fakes/fake-search-index";
import { documentFixture } from "../testing/fixtures";
import { createRetriever } from "./create-retriever";

const hit = (documentId: number, score: number) => ({ documentId, ordinal: 0, score });

function fakeEmbedder(query: readonly number[] = [1, 0]): Embedder {
  return {
    id: "fake",
    dimensions: 2,
    countTokens: (text) => text.length,
    knownShare: () => 1,
    embedPassages: async (texts) => texts.map(() => Float32Array.from([1, 0])),
    embedQuery: async () => Float32Array.from(query),
  };
}

function createFixture(
  hits: FakeHits,
  options: { query?: readonly number[]; gone?: readonly number[] } = {},
) {
  const index = createFakeSearchIndex(hits);
  let time = 0;
  const retriever = createRetriever({
    index,
    embedder: fakeEmbedder(options.query),
    rows: {
      documents: async (ids) =>
        ids.map((documentId) =>
          options.gone?.includes(documentId) ? undefined : documentFixture({ documentId }),
        ),
    },
    clock: { now: () => time++ },
  });
  return { index, retriever };
}
const both: FakeHits = { keyword: [hit(1, 9), hit(2, 3)], vector: [hit(3, 0.8), hit(1, 0.2)] };
const ids = (passages: readonly { document: { documentId: number } }[]) =>
  passages.map(({ document }) => document.documentId);

test("retrieve() fuses the keyword and the vector scan", async () => {
  const { retriever } = createFixture(both);
  const { passages } = await retriever.retrieve("two words");
  expect(ids(passages)).toEqual([1, 3, 2]);
  expect(passages[0]).toMatchObject({ keywordScore: 9, vectorScore: 0.2 });
});

test("retrieve() runs only the scan of its mode", async () => {
  const { retriever } = createFixture(both);
  expect(ids((await retriever.retrieve("two words", { mode: "keyword" })).passages)).toEqual([1, 2]);
  expect(ids((await retriever.retrieve("two words", { mode: "vector" })).passages)).toEqual([3, 1]);
});

test("retrieve() does not scan vectors for a question without a known word", async () => {
  const { retriever } = createFixture(both, { query: [0, 0] });
  expect(ids((await retriever.retrieve("zzz")).passages)).toEqual([1, 2]);
});

test("retrieve() passes the filter to both scans", async () => {
  const { retriever, index } = createFixture(both);
  const filter = { sourceIds: ["notes"] };
  await retriever.retrieve("two words", { filter });
  expect(index.scans.map((scan) => scan.filter)).toEqual([filter, filter]);
});

test("retrieve() never shows a document whose row is gone", async () => {
  const { retriever } = createFixture(both, { gone: [1] });
  expect(ids((await retriever.retrieve("two words")).passages)).toEqual([3, 2]);
});

test("retrieve() finds the new version of a document that is replaced between scan and reading", async () => {
  const hits = { keyword: [hit(1, 9)] };
  const index = { ...createFakeSearchIndex({}), revision: 0, keyword: () => hits.keyword };
  const documents = async (ids: readonly number[]) => {
    if (index.revision === 0) hits.keyword = [hit(2, 9)];
    index.revision = 1;
    return ids.map((documentId) => (documentId === 1 ? undefined : documentFixture({ documentId })));
  };
  const clock = { now: () => 0 };
  const retriever = createRetriever({ index, embedder: fakeEmbedder(), rows: { documents }, clock });
  expect(ids((await retriever.retrieve("two words")).passages)).toEqual([2]);
});

test("retrieve() returns the terms of the question and the timings", async () => {
  const { retriever } = createFixture(both);
  const { terms, timings } = await retriever.retrieve("two words");
  expect(terms.map(({ term }) => term)).toEqual(["two", "words"]);
  expect(timings.embed).toBeGreaterThan(0);
  expect(timings.search).toBeGreaterThan(0);
});

test("retrieve() rejects when it is aborted", async () => {
  const { retriever } = createFixture(both);
  await expect(retriever.retrieve("two words", { signal: AbortSignal.abort() })).rejects.toThrow(/abort/i);
});

test("suggest() gives each document once, best first", async () => {
  const { retriever } = createFixture({ suggest: [hit(2, 5), { ...hit(2, 4), ordinal: 1 }, hit(1, 3)] });
  expect(ids(await retriever.suggest("tw", 5))).toEqual([2, 1]);
});

test("retrieve() shows copies of a document once unless told to keep them", async () => {
  const text = "The same long text under two names, as it lies in two folders of the same person. ".repeat(2);
  const parts = {
    index: createFakeSearchIndex({ keyword: [hit(1, 9), hit(2, 8)] }),
    embedder: fakeEmbedder(),
    rows: {
      documents: async (ids: readonly number[]) =>
        ids.map((documentId) => documentFixture({ documentId, text })),
    },
    clock: { now: () => 0 },
  };
  expect(ids((await createRetriever(parts).retrieve("same")).passages)).toEqual([1]);
  const everyCopy = createRetriever({ ...parts, removeDuplicates: false });
  expect(ids((await everyCopy.retrieve("same")).passages)).toEqual([1, 2]);
});
