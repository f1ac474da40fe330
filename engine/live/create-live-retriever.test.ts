import { expect, test } from "vitest";
import type { Passage } from "../model/passage";
import type { SourceDocument } from "../model/source-document";
import { createFakeClock } from "../testing/fakes/fake-clock";
import { fakeContextualText, fakeConvert, SKIPPED } from "../testing/fakes/fake-conversion";
import { createFakeRetriever } from "../testing/fakes/fake-retriever";
import { wordEmbedder } from "../testing/fakes/word-embedder";
import { documentFixture, sourceDocumentFixture } from "../testing/fixtures";
import { createLiveRetriever } from "./create-live-retriever";

const QUESTION = "How long is parental leave?";

function passage(itemId: string, text: string, score: number): Passage {
  const document = documentFixture({ itemId, sourceId: "slack", text, updatedAt: 1_000, documentId: 7 });
  return {
    document,
    chunk: { ordinal: 0, start: 0, end: text.length, headings: [] },
    score,
    keywordScore: score * 10,
  };
}

function createFixture(passages: readonly Passage[]) {
  const base = createFakeRetriever(passages);
  const retriever = createLiveRetriever({
    base,
    embedder: wordEmbedder,
    clock: createFakeClock(),
    convert: fakeConvert,
    chunkText: ({ text }) => [{ ordinal: 0, start: 0, end: text.length, headings: [] }],
    contextualText: fakeContextualText,
    documentOf: async (_, itemId) => passages.find(({ document }) => document.itemId === itemId)?.document,
  });
  const add = (...documents: readonly SourceDocument[]) =>
    retriever.add({ sourceId: "slack", label: "Slack", documents, cached: false });
  return { base, retriever, add };
}

function found(id: string, text: string, fields: Partial<SourceDocument> = {}): SourceDocument {
  return sourceDocumentFixture({ id, title: id, text, updatedAt: 2_000, ...fields });
}

test("a live passage is ranked above those of the index when it is more similar, and below when less", async () => {
  const { retriever, add } = createFixture([passage("old", "Parental leave is twelve weeks", 0.9)]);
  await add(
    found("worse", "Leave the keys at the desk"),
    found("better", "How long is parental leave: sixteen weeks"),
  );
  const { passages } = await retriever.retrieve(QUESTION);
  expect(passages.map(({ document }) => document.itemId)).toEqual(["better", "old", "worse"]);
});

test("a live passage that is not similar to the question is left out", async () => {
  const { retriever, add } = createFixture([passage("old", "Parental leave is twelve weeks", 0.9)]);
  await add(found("cats", "Cats purr"));
  const { passages } = await retriever.retrieve(QUESTION);
  expect(passages.map(({ document }) => document.itemId)).toEqual(["old"]);
});

test("a document that the index has in this version is not added; a newer version replaces it", async () => {
  const { retriever, add } = createFixture([passage("a", "Parental leave is twelve weeks", 0.9)]);
  expect(await add(found("a", "Parental leave is twelve weeks", { updatedAt: 1_000 }))).toBe(0);
  expect(await add(found("a", "Parental leave is sixteen weeks"))).toBe(1);
  const { passages } = await retriever.retrieve(QUESTION);
  expect(passages.map(({ document }) => document.text)).toEqual(["Parental leave is sixteen weeks"]);
});

test("a filter applies to live documents", async () => {
  const { retriever, add } = createFixture([]);
  await add(
    found("mine", "Parental leave is long", { author: "Ann", container: ["hr"] }),
    found("other", "Parental leave is long", { author: "Bob", container: ["dev"] }),
  );
  const itemsWith = async (filter: Parameters<typeof retriever.retrieve>[1]) =>
    (await retriever.retrieve(QUESTION, filter)).passages.map(({ document }) => document.itemId);
  expect(await itemsWith({ filter: { authors: ["Ann"] } })).toEqual(["mine"]);
  expect(await itemsWith({ filter: { containers: ["dev"] } })).toEqual(["other"]);
  expect(await itemsWith({ filter: { updatedBefore: 2_000 } })).toEqual([]);
  expect(await itemsWith({ filter: { sourceIds: ["jira"] } })).toEqual([]);
  expect(await itemsWith({ filter: { types: ["file"], updatedAfter: 2_000 } })).toHaveLength(2);
});

test("without live documents the passages are those of the index", async () => {
  const { base, retriever, add } = createFixture([passage("a", "Parental leave", 0.5)]);
  await add(found("empty", SKIPPED));
  const { passages } = await retriever.retrieve(QUESTION, { limit: 3 });
  expect(passages).toEqual((await base.retrieve(QUESTION)).passages);
});
