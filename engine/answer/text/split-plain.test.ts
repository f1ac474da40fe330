import { expect, test } from "vitest";
import { statementsOf } from "../testing/statements-of";

const shown = (text: string) =>
  statementsOf(text, { format: "plain" }).map(({ kind, words, quote }) => `${kind}: ${words ?? quote}`);

test("splitPlain() takes the records of a table as rows", () => {
  expect(
    shown("Article: Boat hook\nPrice: 24,50\n\nArticle: Fender\nPrice: 12,90\nNote: two\nlines"),
  ).toEqual([
    "row: Article: Boat hook · Price: 24,50",
    "row: Article: Fender · Price: 12,90 · Note: two lines",
  ]);
});

test("splitPlain() takes lines of names and values one by one and together", () => {
  expect(shown("Opening hours: 9–17\nPhone: 030 1\n\nPrice： 5 元")).toEqual([
    "row: Opening hours: 9–17 · Phone: 030 1",
    "field: Opening hours: 9–17",
    "field: Phone: 030 1",
    "field: Price： 5 元",
  ]);
});

test("splitPlain() keeps sentences with colons and wrapped lines", () => {
  expect(shown("Bring this: a tent\nand a stove for two.")).toEqual([
    "sentence: Bring this: a tent\nand a stove for two.",
  ]);
  expect(shown("See https://x.example: it says more.")).toEqual([
    "sentence: See https://x.example: it says more.",
  ]);
});
