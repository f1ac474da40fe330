import { expect, test } from "vitest";
import { documentFixture } from "../testing/fixtures";
import { toPassages } from "./to-passages";

const chunks = [0, 1, 2, 3].map((ordinal) => ({
  ordinal,
  start: ordinal * 10,
  end: ordinal * 10 + 10,
  headings: [],
}));
const hit = (documentId: number, ordinal: number, score: number) => ({
  documentId,
  ordinal,
  score,
  keywordScore: score * 10,
});
const document = (documentId: number) => documentFixture({ documentId, text: "x".repeat(40), chunks });
const places = (passages: ReturnType<typeof toPassages>) =>
  passages.map((passage) => [passage.document.documentId, passage.chunk.ordinal]);

const found = [
  { document: document(1), hits: [hit(1, 2, 0.9), hit(1, 0, 0.6), hit(1, 1, 0.5)], score: 0.9 },
  { document: document(2), hits: [hit(2, 3, 0.8)], score: 0.8 },
];

test("toPassages() keeps the passages of a document together, in the order of the documents", () => {
  expect(places(toPassages(found, { limit: 10, perDocument: 2 }))).toEqual([
    [1, 2],
    [1, 0],
    [2, 3],
  ]);
});

test("toPassages() stops at the limit", () => {
  expect(places(toPassages(found, { limit: 1, perDocument: 3 }))).toEqual([[1, 2]]);
});

test("toPassages() leaves out passages far below the document's best", () => {
  const weak = [{ document: document(1), hits: [hit(1, 0, 0.9), hit(1, 1, 0.3)], score: 0.9 }];
  expect(places(toPassages(weak, { limit: 10, perDocument: 3 }))).toEqual([[1, 0]]);
});

test("toPassages() scales the scores of passages by the score of their document", () => {
  const aged = [{ ...found[0]!, score: 0.45 }];
  expect(toPassages(aged, { limit: 10, perDocument: 2 }).map(({ score }) => score)).toEqual([
    0.45,
    expect.closeTo(0.3),
  ]);
});

test("toPassages() drops a hit whose chunk the document does not have", () => {
  const odd = [{ document: document(1), hits: [hit(1, 99, 0.9)], score: 0.9 }];
  expect(toPassages(odd, { limit: 10, perDocument: 2 })).toEqual([]);
});
