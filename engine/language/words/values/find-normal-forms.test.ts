import fc from "fast-check";
import { expect, test } from "vitest";
import { findNormalForms } from "./find-normal-forms";

const termsOf = (text: string) => findNormalForms(text).flatMap(({ terms }) => terms);

test.each([
  [
    "14 May 2026",
    "2026-05-14",
    "14.05.2026",
    "May 14th, 2026",
    "14. Mai 2026",
    "14 de mayo de 2026",
    "14 mai 2026",
  ],
  [
    "14/05/2026",
    "2026/5/14",
    "14-05-2026",
    "14.05.26",
    "2026年5月14日",
    "14 мая 2026",
    "14 maja 2026",
    "14 Μαΐου 2026",
  ],
  ["March 3rd", "3 March", "3. März", "3 mars", "3 de marzo", "3月3日", "Mar 3"],
  ["03055507788", "+49 30 5550-7788", "+49 (0)30 5550-7788", "(030) 5550 7788", "030/5550 7788", "5550-7788"],
  ["1,290 people", "1.290 people", "1'290 people", "1\u00a0290 people"],
  ["1,290 kr", "1 290 kr", "1.290,00 kr"],
  ["$1,299", "1299 USD", "$1299.00", "1.299 $", "1299 dollars"],
  ["12.500,00 €", "12500 euros", "€ 12,500"],
  ["12,5 %", "12.5%", "12.5 percent", "12,5 Prozent"],
])("findNormalForms() finds the same terms for %s and others", (first, ...others) => {
  const terms = termsOf(first);
  expect(terms.length).toBeGreaterThan(0);
  for (const other of others) expect([other, ...termsOf(other)]).toEqual([other, ...terms]);
});

test.each([
  "v1.2.3",
  "release 3.10",
  "PROJ-1234567",
  "192.168.10.24",
  "12 apples, 5 pears",
  "between 2019-2020",
  "10 20 30 40 50",
  "at 10:30",
  "no digits",
  "chapter 4.1.12",
])("findNormalForms() finds none in %s", (text) => {
  expect(termsOf(text)).toEqual([]);
});

test("findNormalForms() tells the currency of an amount", () => {
  expect(findNormalForms("€5 and 1290 kronor").map(({ currency }) => currency)).toEqual(["euro", "kr"]);
});

test("findNormalForms() takes both readings of a date with slashes", () => {
  expect(termsOf("03/04/2026")).toEqual(["date:4-3", "date:3-4", "2026"]);
});

test("findNormalForms() returns ordered ranges of the text", () => {
  const part = fc.constantFrom(
    "May ",
    "14",
    "2026",
    "-",
    ".",
    ",",
    " ",
    "+",
    "(0)",
    "$",
    "€",
    "kr",
    "%",
    "a",
    "月",
    "日",
  );
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join("");
      let before = 0;
      for (const { start, end, terms } of findNormalForms(text)) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(terms.length).toBeGreaterThan(0);
        before = end;
      }
    }),
    { numRuns: 1000 },
  );
});
