import { expect, test } from "vitest";
import { documentFixture } from "../../../testing/fixtures";
import { blocksOf } from "./blocks";
import { sectionsOf, subtreeEnd } from "./sections";

function read(text: string, format: "markdown" | "plain" = "markdown") {
  const document = documentFixture({ text, format });
  return { document, blocks: blocksOf(document, [0, text.length]), sections: sectionsOf(document) };
}

test("blocksOf() reads prose, lists with their sub-items, and tables with offsets of their rows", () => {
  const text =
    "We sell *three*:\n\n- **Tea**: 2 EUR\n  - green\n  - black\n- Coffee\n\n| Cup | Price |\n|---|---|\n| small | 1 EUR |\n| `big` | 2 EUR |\n";
  const { document, blocks } = read(text);
  expect(blocks.map(({ kind }) => kind)).toEqual(["prose", "list", "table"]);
  const [, list, table] = blocks;
  expect(list).toMatchObject({ items: [{ text: "Tea: 2 EUR green; black" }, { text: "Coffee" }] });
  expect(table).toMatchObject({
    header: ["Cup", "Price"],
    rows: [{ cells: ["small", "1 EUR"] }, { cells: ["big", "2 EUR"] }],
  });
  const rows = table?.kind === "table" ? table.rows : [];
  expect(rows.map(({ start, end }) => document.text.slice(start, end))).toEqual([
    "| small | 1 EUR |",
    "| `big` | 2 EUR |",
  ]);
});

test("blocksOf() reads records and bullets of plain text", () => {
  const text =
    "Intro: none\n\nName: Ada\nRoom: 4\n\nName: Ben\nPhone: 5\n\nBring:\n- a towel\n  or two\n- soap\n";
  const { document, blocks } = read(text, "plain");
  expect(blocks.map(({ kind }) => kind)).toEqual(["prose", "table", "prose", "list"]);
  expect(blocks[1]).toMatchObject({
    header: ["Name", "Room", "Phone"],
    rows: [{ cells: ["Ada", "4", ""] }, { cells: ["Ben", "", "5"] }],
  });
  expect(blocks[3]).toMatchObject({ items: [{ text: "a towel or two" }, { text: "soap" }] });
  const rows = blocks[1]?.kind === "table" ? blocks[1].rows : [];
  expect(rows.map(({ start, end }) => document.text.slice(start, end))[1]).toBe("Name: Ben\nPhone: 5");
});

test("sectionsOf() finds headings of both forms, not those in code", () => {
  const text =
    "Before\n\n# Tea\nHot.\n\n```sh\n# no heading\n```\n\nGreen tea\n---\nMild.\n\n### Storing\nDry.\n\n## Price\n2 EUR";
  const { sections, document } = read(text);
  expect(sections.map(({ path }) => path.join(" > "))).toEqual([
    "",
    "Tea",
    "Tea > Green tea",
    "Tea > Green tea > Storing",
    "Tea > Price",
  ]);
  expect(document.text.slice(sections[4]!.bodyStart, sections[4]!.end)).toBe("2 EUR");
  expect(document.text.slice(sections[2]!.start, subtreeEnd(sections[2]!, sections))).toBe(
    "Green tea\n---\nMild.\n\n### Storing\nDry.\n\n",
  );
});

test("sectionsOf() takes a short line of plain text by itself for a heading", () => {
  const { sections } = read("House rules\n\nBe kind.\n\nNight\n\nNo noise after ten.\n\nThe end", "plain");
  expect(sections.map(({ heading }) => heading)).toEqual(["House rules", "Night"]);
});
