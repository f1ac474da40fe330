import fc from "fast-check";
import { expect, test } from "vitest";
import { contextualText } from "../../chunk/contextual-text";
import { createStaticEmbedder } from "../../embed/static/create-static-embedder";
import { loadStaticModel } from "../../embed/static/testing/load-static-model";
import { openSearchIndex } from "../../search-index/open-search-index";
import { wordEmbedder } from "../../testing/fakes/word-embedder";
import { documentFixture } from "../../testing/fixtures";
import { createReranker } from "./create-reranker";
import { parseWeights } from "./parse-weights";
import type { RerankCandidate } from "./reranker";
import weights from "./weights.json";

const embedder = createStaticEmbedder(loadStaticModel());
const { index } = openSearchIndex({
  manifest: undefined,
  segments: [],
  embedderId: embedder.id,
  dimensions: embedder.dimensions,
});
const deps = { index, embedder, contextualText };
const reranker = createReranker(deps);

function candidate(documentId: number, text: string, score = 0.5, title = ""): RerankCandidate {
  const document = documentFixture({ documentId, text, title });
  const hit = { documentId, ordinal: 0, score, keywordScore: 1 };
  return { document, chunk: document.chunks[0]!, hit };
}

const texts = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.constantFrom("", " ", "東京タワーへの行き方", "the of and", "🚀🚀", "a\u0000b", "x".repeat(5_000)),
  fc.lorem({ maxCount: 40 }),
);
const candidatesOf = fc
  .array(fc.tuple(texts, fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 12 })
  .map((all) => all.map(([text, score], at) => candidate(at + 1, text, score)));

test("score() gives every candidate a score of 0 to 1, whatever the texts", async () => {
  await fc.assert(
    fc.asyncProperty(texts, candidatesOf, async (question, candidates) => {
      const scores = await reranker.score(question, candidates);
      expect(scores).toHaveLength(candidates.length);
      for (const score of scores) {
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test("score() is the same each time and in whatever order the candidates come", async () => {
  await fc.assert(
    fc.asyncProperty(texts, candidatesOf, async (question, candidates) => {
      const scores = await reranker.score(question, candidates);
      expect(await reranker.score(question, [...candidates].reverse())).toEqual([...scores].reverse());
      expect(await reranker.score(question, candidates)).toEqual(scores);
    }),
  );
});

test("score() prefers candidates that open with the question, and those with similar words", async () => {
  const filler = "Nothing of it is said in these words, which go on and on about the weather of yesterday. ";
  const [early, late] = await reranker.score("parental leave", [
    candidate(1, `Parental leave lasts. ${filler.repeat(6)}`),
    candidate(2, `${filler.repeat(6)} Parental leave lasts.`),
  ]);
  expect(early).toBeGreaterThan(late!);
  const [near, far] = await reranker.score("car repair", [
    candidate(1, "Our automobile mechanic fixes every vehicle."),
    candidate(2, "Our sourdough bread rises every night."),
  ]);
  expect(near).toBeGreaterThan(far!);
});

test("score() prefers candidates that share terms with the best", async () => {
  const best = candidate(1, "Vaccines train the immune system to make antibodies.", 1);
  const [, alike, other] = await reranker.score("how vaccines work", [
    best,
    candidate(2, "Antibodies of the immune system remember.", 0.5),
    candidate(3, "Receipts of the travel office disappear.", 0.5),
  ]);
  expect(alike).toBeGreaterThan(other!);
});

test("score() works without terms, without candidates and with an embedder that does not compare tokens", async () => {
  expect(await reranker.score("the of", [])).toEqual([]);
  const [best, worse] = await reranker.score("the of", [
    candidate(1, "Anything", 0.9),
    candidate(2, "Anything", 0.1),
  ]);
  expect(best).toBeGreaterThan(worse!);
  const plain = createReranker({ index, embedder: wordEmbedder, contextualText });
  const [right, wrong] = await plain.score("red fox", [
    candidate(1, "A red fox"),
    candidate(2, "A blue bird"),
  ]);
  expect(right).toBeGreaterThan(wrong!);
});

test("score() reads the same length of a very long passage as of others", async () => {
  const read: number[] = [];
  const counting = createReranker({
    ...deps,
    contextualText: (context) => {
      read.push(context.text.length);
      return contextualText(context);
    },
  });
  const [long] = await counting.score("red fox", [candidate(1, "red fox ".repeat(500_000))]);
  const [cut] = await counting.score("red fox", [candidate(1, "red fox ".repeat(500))]);
  expect(long).toBe(cut);
  expect(Math.max(...read)).toBeLessThanOrEqual(4_000);
});

test("score() stops when it is aborted", async () => {
  const aborted = AbortSignal.abort();
  await expect(reranker.score("red", [candidate(1, "Red")], aborted)).rejects.toThrow("aborted");
});

test("the weights are for the bundled embedder: another one needs npm run train:reranker", () => {
  expect(parseWeights(weights).embedder).toBe(embedder.id);
});

test.each([
  ["nothing", undefined, "embedder or weights are missing"],
  ["an unknown feature", { ...weights, weights: { ...weights.weights, luck: 0.1 } }, '"luck" is no feature'],
  ["a lost feature", { ...weights, weights: {} }, '"fused score" has no weight of 0 to 1'],
  [
    "a negative weight",
    { ...weights, weights: { ...weights.weights, "max similarity": -1 } },
    '"max similarity" has no',
  ],
  ["another sum", { ...weights, weights: { ...weights.weights, "fused score": 1 } }, "not 1"],
])("createReranker() rejects weights with %s and names the remedy", (_, content, fact) => {
  const create = () => createReranker(deps, content ?? null);
  expect(create).toThrow(fact);
  expect(create).toThrow("npm run train:reranker");
});
