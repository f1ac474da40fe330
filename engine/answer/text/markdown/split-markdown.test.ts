import { expect, test } from "vitest";
import { statementsOf } from "../../testing/statements-of";

const shown = (text: string, options = {}) =>
  statementsOf(text, options).map(({ kind, markdown, quote }) => `${kind}: ${markdown ?? quote}`);
const contexts = (text: string) => statementsOf(text).map(({ quote, context }) => [quote, context]);

const PACKING = "# Trip\n\n## Packing list\n\n- tent\n- stove\n- 3 gas cartridges\n";

test("splitMarkdown() takes a list under its heading as a whole, and each of its items", () => {
  const [list, ...items] = statementsOf(PACKING);
  expect(list).toMatchObject({
    kind: "list",
    quote: "- tent\n- stove\n- 3 gas cartridges",
    markdown: "- tent\n- stove\n- 3 gas cartridges",
    context: "Packing list",
  });
  expect(items).toMatchObject([
    { kind: "item", quote: "tent", markdown: "Packing list: tent", context: "Packing list" },
    { kind: "item", quote: "stove", markdown: "Packing list: stove", context: "Packing list" },
    { kind: "item", quote: "3 gas cartridges", markdown: "Packing list: 3 gas cartridges" },
  ]);
});

test("splitMarkdown() takes a long list as a whole", () => {
  const items = Array.from({ length: 60 }, (_, n) => `- part number ${n} of the set`).join("\n");
  expect(statementsOf(`## Parts\n\n${items}\n`)[0]).toMatchObject({ kind: "list", quote: items });
});

test("splitMarkdown() gives an item the line that introduces it and the item that it stands under", () => {
  const text =
    "The Plus plan includes:\n\n- chat\n- search\n  - of all files\n  - by author and by date, in every folder there is\n";
  expect(shown(text)).toEqual([
    "list: The Plus plan includes:\n\n- chat\n- search\n  - of all files\n  - by author and by date, in every folder there is",
    "item: The Plus plan includes: chat",
    "item: The Plus plan includes: search",
    "list: - of all files\n- by author and by date, in every folder there is",
    "item: search: of all files",
    "item: by author and by date, in every folder there is",
  ]);
  expect(contexts(text).at(-1)).toEqual(["by author and by date, in every folder there is", "search"]);
});

test("splitMarkdown() splits an item of several sentences", () => {
  const text = "## Rules\n\n1. Dogs stay outside. Cats may come in.\n2. Shoes off.\n";
  expect(shown(text)).toEqual([
    "list: 1. Dogs stay outside. Cats may come in.\n2. Shoes off.",
    "sentence: Dogs stay outside.",
    "sentence: Cats may come in.",
    "item: Rules: Shoes off.",
  ]);
});

test("splitMarkdown() shows which tasks are done", () => {
  expect(shown("- [ ] order the belts today\n- [x] pay the yard on time\n")).toEqual([
    "list: - ☐ order the belts today\n- ☑ pay the yard on time",
    "item: ☐ order the belts today",
    "item: ☑ pay the yard on time",
  ]);
});

test("splitMarkdown() keeps a lead-in whose list only leads elsewhere", () => {
  expect(shown("These pages say more:\n\n- [Install](#install)\n- [Usage](#usage)\n")).toEqual([
    "sentence: These pages say more:",
  ]);
});

const NOTE = `---
title: Boat log
tags: [engine, "oil"]
oil_change: 2026-04-17
owner: "[[Ingrid Dahl]]"
crew:
  - Ole
  - [[Ida Ness|Ida]]
---

# Log

The belt is new.
`;

test("splitMarkdown() reads the fields of front matter", () => {
  expect(shown(NOTE, { title: "Boat log" })).toEqual([
    "field: title: Boat log",
    "field: tags: engine, oil",
    "field: oil change: 2026-04-17",
    "field: owner: Ingrid Dahl",
    "field: crew: Ole, Ida",
    "sentence: The belt is new.",
  ]);
  expect(statementsOf(NOTE, { title: "Boat log" })[3]).toMatchObject({
    quote: 'owner: "[[Ingrid Dahl]]"',
    context: "Boat log",
  });
  expect(shown(NOTE, { from: NOTE.indexOf("owner") })[0]).toBe("field: owner: Ingrid Dahl");
});

test("splitMarkdown() reads lines of names and values one by one and together", () => {
  expect(shown("## Office\n\n**Opening hours:** 9–17\nPhone: 030 1234\n")).toEqual([
    "row: Opening hours: 9–17 · Phone: 030 1234",
    "field: Opening hours: 9–17",
    "field: Phone: 030 1234",
  ]);
  expect(shown("- **Owner:** Jane\n- See below: [all](x)\n").slice(1)).toEqual([
    "field: Owner: Jane",
    "field: See below: all",
  ]);
  expect(shown("Phone: see above\nand some words that go on.")).toEqual([
    "sentence: Phone: see above\nand some words that go on.",
  ]);
});

test("splitMarkdown() reads definitions with their terms", () => {
  expect(shown("Anode\n: a block of zinc\n: replaced in March\nImpeller\n: a wheel of rubber\n")).toEqual([
    "field: Anode: a block of zinc replaced in March",
    "field: Impeller: a wheel of rubber",
  ]);
});

test("splitMarkdown() reads a callout by its title and its sentences", () => {
  expect(
    shown("> [!warning]- Cold starts take long\n> Preheat for *eight* seconds.\n> Then start.\n"),
  ).toEqual([
    "sentence: [!warning]- Cold starts take long",
    "sentence: Preheat for *eight* seconds.",
    "sentence: Then start.",
  ]);
});

test("splitMarkdown() quotes no hidden remark", () => {
  const text = "The engine stays here.\n\n%% sell the engine %%\n\nIt runs well. %%so far%%\n";
  expect(statementsOf(text).map(({ quote }) => quote)).toEqual([
    "The engine stays here.",
    "It runs well. %%so far%%",
  ]);
  const open = "First words here.\n\n%%\nsell it now\n\nor later on\n%%\n\nLast words here.";
  const cut = open.indexOf("or later");
  expect(statementsOf(open, { to: cut }).map(({ quote }) => quote)).toEqual(["First words here."]);
  expect(statementsOf(open, { from: cut }).map(({ quote }) => quote)).toEqual(["Last words here."]);
});
