import { expect, test } from "vitest";
import { documentFixture } from "../testing/fixtures";
import { loadDocuments } from "./load-documents";

const hit = (documentId: number, score: number, ordinal = 0) => ({
  documentId,
  ordinal,
  score,
  keywordScore: score,
});

function rowsWithout(...gone: number[]) {
  const asked: number[][] = [];
  return {
    asked,
    documents: async (ids: readonly number[]) => {
      asked.push([...ids]);
      return ids.map((documentId) =>
        gone.includes(documentId) ? undefined : documentFixture({ documentId }),
      );
    },
  };
}

test("loadDocuments() groups the chunks of a document under its best one", async () => {
  const found = await loadDocuments([hit(1, 0.9, 3), hit(2, 0.8), hit(1, 0.7, 4)], 5, rowsWithout());
  expect(found.map(({ document, score }) => [document.documentId, score])).toEqual([
    [1, 0.9],
    [2, 0.8],
  ]);
  expect(found[0]!.hits.map(({ ordinal }) => ordinal)).toEqual([3, 4]);
});

test("loadDocuments() skips deleted documents and goes on to the next", async () => {
  const rows = rowsWithout(1, 2);
  const found = await loadDocuments([hit(1, 0.9), hit(2, 0.8), hit(3, 0.7), hit(4, 0.6)], 2, rows);
  expect(found.map(({ document }) => document.documentId)).toEqual([3, 4]);
});

test("loadDocuments() loads no more than it needs", async () => {
  const rows = rowsWithout();
  await loadDocuments([hit(1, 0.9), hit(2, 0.8), hit(3, 0.7), hit(4, 0.6)], 2, rows);
  expect(rows.asked).toEqual([[1, 2]]);
});
