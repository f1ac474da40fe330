import { expect, test } from "vitest";
import { wordEmbedder } from "../testing/fakes/word-embedder";
import { cacheQueries } from "./cache-queries";
import type { Embedder } from "./embedder";

function createFixture() {
  const embedded: string[] = [];
  const counting: Embedder = {
    ...wordEmbedder,
    embedQuery: async (text, signal) => {
      signal?.throwIfAborted();
      embedded.push(text);
      return wordEmbedder.embedQuery(text);
    },
  };
  return { embedder: cacheQueries(counting), embedded };
}

test("cacheQueries() embeds a question once", async () => {
  const { embedder, embedded } = createFixture();
  const first = await embedder.embedQuery("Who pays?");
  expect(await embedder.embedQuery("Who pays?")).toEqual(first);
  expect(first).toEqual(await wordEmbedder.embedQuery("Who pays?"));
  expect(embedded).toEqual(["Who pays?"]);
});

test("cacheQueries() evicts the least recently used question", async () => {
  const { embedder, embedded } = createFixture();
  await embedder.embedQuery("first");
  for (let at = 0; at < 15; at++) await embedder.embedQuery(`question ${at}`);
  await embedder.embedQuery("first");
  for (let at = 15; at < 30; at++) await embedder.embedQuery(`question ${at}`);
  await embedder.embedQuery("first");
  expect(embedded.filter((text) => text === "first")).toHaveLength(1);
  await embedder.embedQuery("question 0");
  expect(embedded.filter((text) => text === "question 0")).toHaveLength(2);
});

test("cacheQueries() does not cache an aborted question", async () => {
  const { embedder, embedded } = createFixture();
  await expect(embedder.embedQuery("Who pays?", AbortSignal.abort())).rejects.toThrow("aborted");
  await embedder.embedQuery("Who pays?");
  expect(embedded).toEqual(["Who pays?"]);
});

test("cacheQueries() rejects a cached question on abort too", async () => {
  const { embedder } = createFixture();
  await embedder.embedQuery("Who pays?");
  await expect(embedder.embedQuery("Who pays?", AbortSignal.abort())).rejects.toThrow("aborted");
});
