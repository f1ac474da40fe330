import { readFileSync } from "node:fs";
import { beforeAll, expect, test } from "vitest";
import type { FocusContent } from "../contract/focus";
import type { Embedder } from "../embed/embedder";
import { NotFoundError } from "../errors/not-found-error";
import { SkipItemError } from "../errors/skip-item-error";
import { createRetriever } from "../retrieve/create-retriever";
import { openSearchIndex } from "../search-index/open-search-index";
import { createFakeClock } from "../testing/fakes/fake-clock";
import { createFocusStore } from "./create-focus-store";
import { loadVoy, type VoyEngine } from "./load-voy";

let voy: VoyEngine;

beforeAll(async () => {
  const path = new URL("../../node_modules/voy-search/voy_search_bg.wasm", import.meta.url);
  voy = await loadVoy(new Uint8Array(readFileSync(path)));
});

/** Counts letters: texts of the same letters are near one another. */
const embedder: Embedder = {
  id: "letters",
  dimensions: 26,
  countTokens: (text) => text.split(/\s+/).length,
  knownShare: () => 1,
  embedPassages: async (texts) => texts.map(embedLetters),
  embedQuery: async (text) => embedLetters(text),
};

function embedLetters(text: string): Float32Array {
  const counts = new Float32Array(26);
  for (const letter of text.toLowerCase().match(/[a-z]/g) ?? []) {
    const position = letter.charCodeAt(0) - 97;
    counts[position] = (counts[position] ?? 0) + 1;
  }
  const length = Math.hypot(...counts) || 1;
  return counts.map((count) => count / length);
}

function createFixture(capacity?: number) {
  const clock = createFakeClock();
  return createFocusStore({
    voy,
    embedder,
    clock,
    convert: async ({ content, title }) => {
      if (content.kind !== "text" || content.text === "") throw new SkipItemError(`"${title}" is empty`);
      return {
        text: content.text,
        format: "plain",
        ...(content.note !== undefined && { note: content.note }),
      };
    },
    chunkText: ({ text }) =>
      [...text.matchAll(/[^\n]+\n?/g)].map((line, ordinal) => {
        return { ordinal, start: line.index, end: line.index + line[0].length, headings: [] };
      }),
    contextualText: ({ text }) => text,
    openIndex: () =>
      openSearchIndex({ manifest: undefined, segments: [], embedderId: embedder.id, dimensions: 26 }).index,
    createRetriever: (index, document) =>
      createRetriever({
        index,
        embedder,
        clock,
        rows: { documents: async (ids) => ids.map(() => document) },
      }),
    ...(capacity !== undefined && { capacity }),
  });
}

const page: FocusContent = {
  kind: "page",
  title: "Opening hours",
  url: "https://library.example/hours",
  mediaType: "text/html",
  text: "The library opens at nine.\nBooks can be borrowed for four weeks.\nParking is behind the building.",
};

test("open() returns title, address and number of chunks", async () => {
  const focus = await createFixture().open(page);
  expect(focus).toEqual({
    focusId: focus.focusId,
    kind: "page",
    title: page.title,
    url: page.url,
    chunks: 3,
  });
});

test("open() returns the note of what was not read", async () => {
  const note = "Only the first 8.4 of 20.0 million characters of the page were read";
  expect(await createFixture().open({ ...page, note })).toMatchObject({ note });
});

test("retriever() finds passages of that page by words and by vectors", async () => {
  const store = createFixture();
  const { focusId } = await store.open(page);
  for (const mode of ["hybrid", "keyword", "vector"] as const) {
    const { passages } = await store.retriever(focusId).retrieve("borrowed books", { mode });
    const { document, chunk } = passages[0]!;
    expect(document.text.slice(chunk.start, chunk.end), mode).toMatch(/^Books can be borrowed/);
  }
});

test("retriever() of one page finds nothing of another", async () => {
  const store = createFixture();
  const { focusId } = await store.open(page);
  await store.open({ ...page, text: "Penguins live in the south." });
  const { passages } = await store.retriever(focusId).retrieve("penguins", { mode: "keyword" });
  expect(passages).toEqual([]);
});

test("document() is the converted page", async () => {
  const store = createFixture();
  const { focusId } = await store.open(page);
  expect(store.document(focusId)).toMatchObject({ itemId: focusId, sourceId: "focus", text: page.text });
});

test("retriever() of a closed page throws", async () => {
  const store = createFixture();
  const { focusId } = await store.open(page);
  store.close(focusId);
  expect(() => store.retriever(focusId)).toThrow(NotFoundError);
  expect(() => store.retriever(focusId)).toThrow("This page is no longer open in Atlas: ask about it again");
  expect(store.document(focusId)).toBeUndefined();
});

test("open() evicts the least recently used page", async () => {
  const store = createFixture(2);
  const first = await store.open(page);
  const second = await store.open(page);
  store.retriever(first.focusId);
  await store.open(page);
  expect(() => store.retriever(first.focusId)).not.toThrow();
  expect(() => store.retriever(second.focusId)).toThrow(NotFoundError);
});

test("open() of an empty page rejects with the reason", async () => {
  await expect(createFixture().open({ ...page, text: "" })).rejects.toThrow(SkipItemError);
});
