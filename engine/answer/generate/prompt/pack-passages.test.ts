import { expect, test } from "vitest";
import type { Passage } from "../../../model/passage";
import { documentFixture } from "../../../testing/fixtures";
import { diversify } from "./diversify";
import { packPassages } from "./pack-passages";

/** Ten tokens a chunk. */
const CHUNK = "one two three four five six seven eight nine ten ";
const countTokens = (text: string) => text.trim().split(/\s+/).length;

function hits(
  documentId: number,
  chunks: number,
  ordinals: readonly number[],
  fields = {},
): readonly Passage[] {
  const document = documentFixture({
    documentId,
    text: CHUNK.repeat(chunks),
    chunks: Array.from({ length: chunks }, (_, ordinal) => ({
      ordinal,
      start: ordinal * CHUNK.length,
      end: (ordinal + 1) * CHUNK.length,
      headings: [],
    })),
    ...fields,
  });
  return ordinals.map((ordinal) => {
    return { document, chunk: document.chunks[ordinal]!, score: 1, keywordScore: 1 };
  });
}

function pack(found: readonly Passage[], room: number) {
  const { sections, leftOut } = packPassages(found, { room, countTokens });
  const shown = sections.map(({ document, chunks }) => [
    document.documentId,
    chunks.map(({ ordinal }) => ordinal),
  ]);
  return { shown, leftOut };
}

test("a whole document replaces a fragment, in reading order", () => {
  expect(pack(hits(1, 5, [3]), 1_000)).toEqual({ shown: [[1, [0, 1, 2, 3, 4]]], leftOut: 0 });
});

test("a document that is too long is extended around its hits", () => {
  expect(pack(hits(1, 40, [20]), 400)).toEqual({ shown: [[1, [18, 19, 20, 21, 22]]], leftOut: 0 });
});

test("hits are added before their neighbours", () => {
  const found = [...hits(1, 40, [20]), ...hits(2, 1, [0]), ...hits(3, 1, [0])];
  expect(pack(found, 250)).toEqual({
    shown: [
      [1, [20, 21]],
      [2, [0]],
      [3, [0]],
    ].map((entry) => entry),
    leftOut: 0,
  });
});

test("hits that do not fit are left out and counted", () => {
  const found = [1, 2, 3, 4].flatMap((documentId) => hits(documentId, 1, [0]));
  expect(pack(found, 160)).toEqual({
    shown: [
      [1, [0]],
      [2, [0]],
    ],
    leftOut: 2,
  });
  expect(pack(found, 0)).toEqual({ shown: [], leftOut: 4 });
});

test("diversify() mixes sources, and keeps a much better passage first", () => {
  const at = (documentId: number, sourceId: string, score: number) => {
    return { ...hits(documentId, 1, [0], { sourceId })[0]!, score };
  };
  const found = [
    at(1, "mail", 1),
    at(2, "mail", 0.95),
    at(3, "mail", 0.9),
    at(4, "chat", 0.89),
    at(5, "wiki", 0.2),
  ];
  expect(diversify(found).map(({ document }) => document.documentId)).toEqual([1, 4, 2, 3, 5]);
});
