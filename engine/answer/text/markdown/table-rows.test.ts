import fc from "fast-check";
import { expect, test } from "vitest";
import { statementsOf } from "../../testing/statements-of";

const rows = (text: string, options = {}) =>
  statementsOf(text, options).flatMap(({ kind, words }) => (kind === "row" ? [words] : []));

const FEES = `# Fees

| Berth | Summer | Winter |
|:------|-------:|:------:|
| Small | 120 EUR | 60 EUR |
| Large | | 90 EUR |
| **Total** | 120 EUR | 150 EUR |
`;

test("splitPassage() takes every row of a table with the names of its columns, without empty cells", () => {
  const found = statementsOf(FEES);
  expect(found[0]).toEqual({
    kind: "row",
    start: FEES.indexOf("Small"),
    end: FEES.indexOf("60 EUR") + 6,
    quote: "Small | 120 EUR | 60 EUR",
    words: "Berth: Small · Summer: 120 EUR · Winter: 60 EUR",
    markdown: "Berth: Small · Summer: 120 EUR · Winter: 60 EUR",
    context: "Fees",
  });
  expect(found.slice(1).map(({ words }) => words)).toEqual([
    "Berth: Large · Winter: 90 EUR",
    "Berth: Total · Summer: 120 EUR · Winter: 150 EUR",
  ]);
});

test("splitPassage() reads tables without outer pipes, with escaped pipes and inline markup", () => {
  const text = "Flag | Does\n---|---\n`-a \\| -b` | shows [all](https://e.com) of *it*\n| 1. May | a\\*b |";
  expect(rows(text)).toEqual(["Flag: -a | -b · Does: shows all of it", "Flag: 1. May · Does: a*b"]);
});

test("splitPassage() reads a table of names and values without the names of its columns", () => {
  expect(rows("| Field | Value |\n|---|---|\n| Phone: | 030 1234 |\n| Opening hours | 9–17 |")).toEqual([
    "Phone: 030 1234",
    "Opening hours: 9–17",
  ]);
  expect(rows("|  |  |\n|---|---|\n| Phone | 030 1234 |")).toEqual(["Phone: 030 1234"]);
  expect(rows("| Rate | 2026 |\n|---|---|\n| Day | 5 |")).toEqual(["Rate: Day · 2026: 5"]);
});

test("splitPassage() keeps what a table is about as the context of its rows", () => {
  const text = `## Lockers\n\nDeposit in euros:\n\n| Size | Deposit |\n|---|---|\n| North hall | |\n| S | 10 |`;
  expect(statementsOf(text).flatMap(({ kind, context }) => (kind === "row" ? [context] : []))).toEqual([
    "Lockers\nDeposit in euros:",
    "Lockers\nDeposit in euros:\nNorth hall",
  ]);
});

test.each([
  ["at a row", FEES.indexOf("| Large"), ["Berth: Large · Winter: 90 EUR", "Berth: Total"]],
  ["inside a row", FEES.indexOf("60 EUR"), ["Berth: Small · Summer", "Berth: Large", "Berth: Total"]],
])("splitPassage() names the columns of a passage that begins %s", (_, from, beginnings) => {
  const found = statementsOf(FEES, { from });
  expect(found.map(({ words = "" }, at) => words.slice(0, beginnings[at]?.length))).toEqual(beginnings);
  expect(found.every(({ start }) => start >= from)).toBe(true);
});

test("splitPassage() reads tables in quotations and list items, also from their middle", () => {
  const text = "> | Day | Shift |\n> |---|---|\n> | Monday | Ole |\n> | Tuesday | Ida |\n";
  expect(rows(text)).toEqual(["Day: Monday · Shift: Ole", "Day: Tuesday · Shift: Ida"]);
  expect(rows(text, { from: text.indexOf("> | Tuesday") })).toEqual(["Day: Tuesday · Shift: Ida"]);
});

test("splitPassage() takes no header for a line with a pipe outside of tables", () => {
  const text = "One | two are words.\n\nThree | four are words.";
  expect(statementsOf(text, { from: 22 }).map(({ quote }) => quote)).toEqual(["Three | four are words."]);
});

test("splitPassage() gives every row its column names, wherever the passage begins", () => {
  const cell = fc.stringMatching(/^[a-zäß0-9]{1,8}( [a-z]{1,5})?$/);
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((columns) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 2 }),
    );
  fc.assert(
    fc.property(table, fc.nat(), ([header = [], ...body], pick) => {
      const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |\n`;
      const head = line(header) + line(header.map(() => "---"));
      const position = pick % body.length;
      const from = position === 0 ? 0 : head.length + body.slice(0, position).map(line).join("").length;
      const text = head + body.map(line).join("");
      const found = statementsOf(text, { from });
      expect(found.map(({ words }) => words)).toEqual(
        body.slice(position).map((cells) => cells.map((value, at) => `${header[at]}: ${value}`).join(" · ")),
      );
      for (const { start, end, quote } of found) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(text.includes(quote)).toBe(true);
      }
    }),
  );
});
