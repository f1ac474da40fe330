import { expect, test } from "vitest";
import { documentFixture } from "../../testing/fixtures";
import type { FoundDocument } from "../load-documents";
import { rerankDocuments } from "./rerank-documents";
import type { Reranker } from "./reranker";

function found(documentId: number, ...scores: readonly number[]): FoundDocument {
  const chunks = scores.map((_, ordinal) => ({ ordinal, start: 0, end: 4, headings: [] }));
  const hits = scores.map((score, ordinal) => ({ documentId, ordinal, score, keywordScore: 0 }));
  return { document: documentFixture({ documentId, chunks }), hits, score: scores[0] ?? 0 };
}

/** Reverses the order. */
const reversingReranker: Reranker = {
  depth: 3,
  score: async (_, candidates) => candidates.map(({ hit }) => 1 - hit.score / 2),
};
const orderOf = (all: readonly FoundDocument[]) =>
  all.flatMap(({ document, hits }) => hits.map(({ ordinal }) => `${document.documentId}.${ordinal}`));

test("rerankDocuments() orders documents and their hits by the new scores, and unscored ones below them", async () => {
  const reranked = await rerankDocuments(
    "q",
    [found(1, 0.9, 0.7), found(2, 0.8), found(3, 0.6), found(4, 0.5)],
    {
      reranker: reversingReranker,
    },
  );
  expect(orderOf(reranked)).toEqual(["1.1", "1.0", "2.0", "3.0", "4.0"]);
  const scores = reranked.map(({ score }) => score);
  expect(scores).toEqual([...scores].sort((a, b) => b - a));
});

test("rerankDocuments() ignores hits of deleted chunks, and an empty list", async () => {
  const [gone] = [found(1, 0.9)];
  const without = { ...gone!, document: documentFixture({ documentId: 1, chunks: [] }) };
  expect(await rerankDocuments("q", [], { reranker: reversingReranker })).toEqual([]);
  expect(await rerankDocuments("q", [without], { reranker: reversingReranker })).toEqual([without]);
});
