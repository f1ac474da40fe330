import { expect, test } from "vitest";
import type { AskRequest } from "./contract/ask";
import { type AskingDeps, type AskOptions, createAsking } from "./create-asking";
import type { AnswerEvent } from "./model/answer";
import type { LiveReply } from "./model/live";
import type { Source } from "./model/source";
import type { SearchIndex } from "./search-index/search-index";
import { fakeContextualText, fakeConvert } from "./testing/fakes/fake-conversion";
import { createFakeGenerator } from "./testing/fakes/fake-generator";
import { createFakeRetriever } from "./testing/fakes/fake-retriever";
import { wordEmbedder } from "./testing/fakes/word-embedder";
import { documentFixture, sourceDocumentFixture, sourceFixture } from "./testing/fixtures";

const { signal } = new AbortController();
const document = documentFixture({
  text: "Parental leave takes twelve weeks. The manager approves it.",
  updatedAt: 1_000,
});
const passage = { document, chunk: document.chunks[0]!, score: 1, keywordScore: 5, vectorScore: 0.5 };
const QUESTION = "How many weeks does parental leave take?";

function createFixture(sources: readonly Source[] = [sourceFixture()]) {
  const retriever = createFakeRetriever([passage]);
  const generator = createFakeGenerator({ respond: () => ["Parental leave takes weeks [1]."] });
  let time = 2_000;
  const parts = {
    store: { listSources: async () => sources, documentOf: async () => document },
    embedder: wordEmbedder,
    clock: { now: () => time++ },
    readerUrl: "atlas:reader",
    yieldToOthers: async () => {},
    generator,
    convert: fakeConvert,
    chunkText: ({ text }: { text: string }) => [{ ordinal: 0, start: 0, end: text.length, headings: [] }],
    contextualText: fakeContextualText,
    page: () => ({ ...document, type: "page" }),
    terms: retriever.terms,
  } as unknown as AskingDeps;
  const asking = createAsking(parts);
  const index = { names: () => ({ authors: ["Priya Nair"], containers: [] }) } as unknown as SearchIndex;
  const collect = async (events: AsyncIterable<AnswerEvent>) => {
    const all: AnswerEvent[] = [];
    for await (const event of events) all.push(event);
    return all;
  };
  return {
    generator,
    retriever,
    askSources: (request: AskRequest, options: Pick<AskOptions, "live"> = {}) =>
      collect(asking.askSources(request, { index, retriever }, { ...options, signal })),
    askPage: (request: AskRequest) => collect(asking.askPage(request, retriever, { signal })),
  };
}

test("an open page is summed up, and nothing in the question is a filter there", async () => {
  const { askPage } = createFixture();
  const events = await askPage({ question: "Summarise this page from last week", focusId: "1" });
  expect(events.map(({ type }) => type)).toEqual(["model", "citation", "text", "text", "done"]);
  expect(events.at(-1)).toMatchObject({ answer: { found: true, citations: [{ source: "This page" }] } });
});

test("a chosen scope holds against the words of the question, and both narrow", async () => {
  const { askSources, retriever } = createFixture([
    sourceFixture(),
    sourceFixture({ id: "slack", label: "Slack" }),
  ]);
  const question = "parental leave source:slack from:priya";
  const [first] = await askSources({ question, filter: { sourceIds: ["notes"], types: ["file"] } });
  expect(first).toMatchObject({ chips: [{ field: "author" }] });
  expect(retriever.asked[0]?.filter).toEqual({
    sourceIds: ["notes"],
    types: ["file"],
    authors: ["Priya Nair"],
  });
});

test("a removed chip filters no more", async () => {
  const { askSources, retriever } = createFixture();
  await askSources({ question: "parental leave from:priya", removedChips: ["author:priya nair"] });
  expect(retriever.asked[0]).not.toHaveProperty("filter");
});

test("the model is asked once more when live search found what changes the passages, and only then", async () => {
  const found = (text: string): LiveReply => ({
    sourceId: "slack",
    label: "Slack",
    documents: [sourceDocumentFixture({ id: "new", text, updatedAt: 3_000 })],
    cached: false,
  });
  const live = (text: string) => ({
    async *search() {
      yield found(text);
    },
  });
  const other = createFixture();
  await other.askSources({ question: QUESTION, fresh: true }, { live: live("Cats purr") });
  expect(other.generator.asked).toHaveLength(1);
  const better = createFixture();
  const events = await better.askSources(
    { question: QUESTION },
    { live: live("Parental leave takes sixteen weeks") },
  );
  expect(better.generator.asked).toHaveLength(2);
  expect(events.at(-1)).toMatchObject({ type: "done", answer: { found: true } });
  expect(better.generator.asked[1]!.messages.at(-1)!.content).toContain("sixteen");
});

test("a conversation about a source that must not leave is rewritten on this computer alone", async () => {
  const { askSources, generator } = createFixture([sourceFixture({ deviceOnly: true })]);
  const history = [
    { question: "How long is parental leave?", answer: "Twelve weeks [1]", sourceIds: ["notes"] },
  ];
  await askSources({ question: "and who approves it?", history, cloudAllowed: true });
  expect(generator.asked.map(({ deviceOnly }) => deviceOnly)).toEqual([true, true]);
});
