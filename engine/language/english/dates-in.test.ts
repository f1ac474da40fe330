import { expect, test } from "vitest";
import { datesIn } from "./dates-in";

const day = (year: number, month: number, date = 1) => new Date(year, month - 1, date).getTime();

test.each([
  ["2026-11-03", day(2026, 11, 3), "day"],
  ["notes_2026_11_03", day(2026, 11, 3), "day"],
  ["3.11.2026", day(2026, 11, 3), "day"],
  ["on 3 November 2026:", day(2026, 11, 3), "day"],
  ["the 3rd of Nov 2026", day(2026, 11, 3), "day"],
  ["November 3, 2026", day(2026, 11, 3), "day"],
  ["Sept. 2026", day(2026, 9), "month"],
  ["News, November 2026", day(2026, 11), "month"],
  ["2026-11", day(2026, 11), "month"],
  ["Q3 2026", day(2026, 7), "quarter"],
  ["Prices 2026", day(2026, 1), "year"],
])("datesIn(%j)", (text, from, unit) => {
  const found = datesIn(text);
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ from, unit });
});

test.each(["31.2.2026", "12026", "1.2.3", "May I ask?", "room 2026b"])("datesIn(%j) finds none", (text) => {
  expect(datesIn(text)).toEqual([]);
});

test("datesIn() finds several, in order, with their offsets", () => {
  const text = "From 2025 to 1 May 2026";
  expect(datesIn(text).map(({ start, end }) => text.slice(start, end))).toEqual(["2025", "1 May 2026"]);
});
