import { expect, test } from "vitest";
import type { Document } from "../model/document";
import { documentFixture } from "../testing/fixtures";
import { dedupe } from "./dedupe";
import type { FoundDocument } from "./load-documents";

function found(documentId: number, score: number, fields: Partial<Document>): FoundDocument {
  return { document: documentFixture({ documentId, ...fields }), hits: [], score };
}
const idsAndScores = (entries: readonly FoundDocument[]) =>
  entries.map(({ document, score }) => [document.documentId, score]);

const url = "https://example.com/guide";

test("dedupe() merges bookmark, visit and tab of one page into the one with the most text", () => {
  const distinct = dedupe([
    found(1, 0.9, { url, type: "bookmark", text: "Guide" }),
    found(2, 0.5, { url: "https://other.example/" }),
    found(3, 0.4, { url: `${url}/#install`, type: "tab", text: "Guide. How to install it." }),
    found(4, 0.3, { url, type: "visit", text: "Guide" }),
  ]);
  expect(idsAndScores(distinct)).toEqual([
    [3, 0.9],
    [2, 0.5],
  ]);
});

test("dedupe() keeps the routes of a single-page app apart", () => {
  const distinct = dedupe([
    found(1, 0.9, { url: "https://mail.example/#/inbox" }),
    found(2, 0.8, { url: "https://mail.example/#/sent" }),
  ]);
  expect(distinct).toHaveLength(2);
});

test("dedupe() keeps pages apart that differ in their query", () => {
  const distinct = dedupe([
    found(1, 0.9, { url: "https://example.com/?page=1" }),
    found(2, 0.8, { url: "https://example.com/?page=2" }),
  ]);
  expect(distinct).toHaveLength(2);
});

test("dedupe() merges copies of a text whatever their white space and letter case", () => {
  const text =
    "A license text that stands in many folders, word for word, and should be shown only once. ".repeat(3);
  const distinct = dedupe([
    found(1, 0.9, { text }),
    found(2, 0.8, { text: text.toUpperCase().replaceAll(" ", "\n") }),
  ]);
  expect(idsAndScores(distinct)).toEqual([[1, 0.9]]);
});

test("dedupe() keeps short texts apart, which may be equal by chance", () => {
  const distinct = dedupe([found(1, 0.9, { text: "Dashboard" }), found(2, 0.8, { text: "Dashboard" })]);
  expect(distinct).toHaveLength(2);
});

test("dedupe() keeps long texts apart that differ at their end", () => {
  const text = "word ".repeat(5000);
  const distinct = dedupe([
    found(1, 0.9, { text: `${text}version 1` }),
    found(2, 0.8, { text: `${text}version 2` }),
  ]);
  expect(distinct).toHaveLength(2);
});

test("dedupe() keeps texts apart that only begin and end alike, as filled-in forms do", () => {
  const form = (name: string) =>
    `Minutes of the weekly meeting of the team. Present: ${name}. `.padEnd(60, "-");
  const close = "These minutes were approved by everybody who was present at the meeting.";
  const distinct = dedupe(
    ["Ada", "Grace", "Ada"].map((name, at) => found(at + 1, 1 - at / 10, { text: `${form(name)} ${close}` })),
  );
  expect(idsAndScores(distinct)).toEqual([
    [1, 1],
    [2, 0.9],
  ]);
});

test("dedupe() keeps long texts apart that differ in a number in the middle", () => {
  const half = "word ".repeat(1500);
  const distinct = dedupe([
    found(1, 0.9, { text: `${half}up to 110 euros ${half}` }),
    found(2, 0.8, { text: `${half}up to 145 euros ${half}` }),
  ]);
  expect(distinct).toHaveLength(2);
});

test("dedupe() shows a file rather than a copy with a longer path", () => {
  const text = "The same rules in two files, one of which somebody has put aside as a copy. ".repeat(2);
  const distinct = dedupe([
    found(1, 0.9, { text, itemId: "old/rules (copy).md" }),
    found(2, 0.8, { text, itemId: "rules.md" }),
  ]);
  expect(idsAndScores(distinct)).toEqual([[2, 0.9]]);
});
