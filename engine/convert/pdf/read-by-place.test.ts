import { expect, test } from "vitest";
import { convert } from "../convert-document";
import {
  makePlacedPdf,
  type PlacedPage,
  type PlacedText,
  placeLines,
  placeTable,
  wrapWords,
} from "../testing/make-placed-pdf";
import { sourceFile } from "../testing/source-file";

const LEFT =
  "The pump room is cleaned every second Friday by the crew of the night shift, who leave the valves closed and the lamps burning. The log of the pumps hangs on the inner side of the door.";
const RIGHT =
  "Visitors sign the book at the gate before they enter. A guide walks with them along the marked path, and nobody touches the panels beside the furnace.";

const left = placeLines(wrapWords(LEFT, 42), { x: 50, y: 700 });
const right = placeLines(wrapWords(RIGHT, 42), { x: 310, y: 700 });

async function textOf(...pages: readonly PlacedPage[]): Promise<string> {
  return (await convert(sourceFile("placed.pdf", await makePlacedPdf(pages)))).text;
}

/** Row by row: the order of many writers. */
function byRow(texts: readonly PlacedText[]): PlacedText[] {
  return [...texts].sort((a, b) => b.y - a.y || a.x - b.x);
}

test("columns are read one after the other, whatever the order in the file", async () => {
  const expected = `${LEFT}\n\n${RIGHT}`;
  expect(await textOf({ texts: [...left, ...right] })).toBe(expected);
  expect(await textOf({ texts: byRow([...left, ...right]) })).toBe(expected);
  expect(await textOf({ texts: [...right, ...left].reverse() })).toBe(expected);
});

test("columns whose lines stand at different heights are read one after the other", async () => {
  const shifted = right.map((line) => ({ ...line, y: line.y - 6 }));
  expect(await textOf({ texts: byRow([...left, ...shifted]) })).toBe(`${LEFT}\n\n${RIGHT}`);
});

test("a title and a paragraph over the whole width stand before and after the columns", async () => {
  const title = { text: "Rules of the pump room", x: 50, y: 740, size: 18 };
  const after =
    "These rules hold from the first of March for everybody who works in the plant or visits it, the office staff included.";
  const below = placeLines(wrapWords(after, 95), { x: 50, y: 590 });
  expect(await textOf({ texts: byRow([title, ...left, ...right, ...below]) })).toBe(
    `# Rules of the pump room\n\n${LEFT}\n\n${RIGHT}\n\n${after}`,
  );
});

test("three columns are read one after the other", async () => {
  const columns = [LEFT, RIGHT, LEFT].map((text, at) =>
    placeLines(wrapWords(text, 28), { x: 40 + at * 180, y: 700 }),
  );
  expect(await textOf({ texts: byRow(columns.flat()) })).toBe([LEFT, RIGHT, LEFT].join("\n\n"));
});

test("a sentence that goes on in the next column is one", async () => {
  const lines = wrapWords(LEFT, 42);
  const texts = [
    ...placeLines(lines.slice(0, 3), { x: 50, y: 700 }),
    ...placeLines(lines.slice(3), { x: 310, y: 700 }),
  ];
  const more = placeLines(wrapWords(RIGHT, 42), { x: 50, y: 664 });
  expect(await textOf({ texts: byRow([...texts, ...more]) })).not.toContain("undefined");
  expect(await textOf({ texts: byRow(texts) })).toBe(LEFT);
});

test("a turned page and turned text read like upright ones", async () => {
  for (const rotate of [0, 90, 180, 270])
    expect(await textOf({ texts: byRow([...left, ...right]), rotate })).toBe(`${LEFT}\n\n${RIGHT}`);
  const turned = wrapWords(LEFT, 42).map((text, at) => ({ text, x: 100 + at * 12, y: 100, turn: 90 }));
  expect(await textOf({ texts: turned })).toBe(LEFT);
  expect(await textOf({ texts: turned, rotate: 90 })).toBe(LEFT);
});

test("text that is written letter by letter, or drawn twice, has its words", async () => {
  const letters = (text: string, y: number) => {
    let x = 50;
    return [...text].flatMap((letter) => {
      const placed = { text: letter, x, y, size: 10 };
      x += (WIDTHS[letter] ?? 5.56) + 0.05;
      return letter === " " ? [] : [placed];
    });
  };
  const texts = letters("the inner door", 700);
  expect(await textOf({ texts })).toBe("the inner door");
  expect(await textOf({ texts: [...texts].reverse() })).toBe("the inner door");
  expect(await textOf({ texts: [...texts, ...texts.map((text) => ({ ...text, x: text.x + 0.3 }))] })).toBe(
    "the inner door",
  );
});

/** Widths of Helvetica at 10 points. */
const WIDTHS: Readonly<Record<string, number>> = { t: 2.78, i: 2.22, " ": 2.78, r: 3.33 };

const TARIFF = [
  ["Parcel", "Inland", "Abroad"],
  ["up to 2 kg", "4 EUR", "9 EUR"],
  ["2 to 10 kg", "7 EUR", "18 EUR"],
  ["10 to 30 kg", "12 EUR", "35 EUR"],
];
const TARIFF_MARKDOWN = `| Parcel | Inland | Abroad |
| --- | --- | --- |
| up to 2 kg | 4 EUR | 9 EUR |
| 2 to 10 kg | 7 EUR | 18 EUR |
| 10 to 30 kg | 12 EUR | 35 EUR |`;

test("a table keeps its rows, whatever the order in the file", async () => {
  const rows = placeTable(TARIFF, { columns: [50, 200, 300], y: 700 });
  const before = {
    text: "What a parcel costs, with the tax that is due in the country of the sender.",
    x: 50,
    y: 730,
  };
  const after = {
    text: "Parcels over 30 kg are taken by the freight office alone, on weekdays.",
    x: 50,
    y: 620,
  };
  const expected = `${before.text}\n\n${TARIFF_MARKDOWN}\n\n${after.text}`;
  expect(await textOf({ texts: [before, ...rows, after] })).toBe(expected);
  expect(await textOf({ texts: [after, before, ...[...rows].reverse()] })).toBe(expected);
  const byColumn = [...rows].sort((a, b) => a.x - b.x);
  expect(await textOf({ texts: [...byColumn, before, after] })).toBe(expected);
});

test("cells with several lines, and empty ones, stay in their row", async () => {
  const texts = [
    ...placeTable([["Task", "Who", "Remark"]], { columns: [50, 160, 260], y: 700 }),
    ...placeTable([["Oil change", "Maren", "only with the engine"]], { columns: [50, 160, 260], y: 676 }),
    ...placeTable([["", "", "warm and switched off"]], { columns: [50, 160, 260], y: 664 }),
    ...placeTable([["Filter", "", "every second year"]], { columns: [50, 160, 260], y: 640 }),
    ...placeTable([["Belts", "Jonas", "listen for squeals"]], { columns: [50, 160, 260], y: 616 }),
    ...placeTable([["", "", "when it is cold"]], { columns: [50, 160, 260], y: 604 }),
  ];
  expect(await textOf({ texts })).toBe(`| Task | Who | Remark |
| --- | --- | --- |
| Oil change | Maren | only with the engine warm and switched off |
| Filter |  | every second year |
| Belts | Jonas | listen for squeals when it is cold |`);
});

test("cells of several lines that are centred beside each other stay in their row", async () => {
  const columns = [50, 160, 420];
  const texts = [
    ...placeTable([["Name", "Task", "Phone"]], { columns, y: 700 }),
    ...placeTable([["", "opens the gate in the morning and", ""]], { columns, y: 676 }),
    ...placeTable([["Liv Dahl", "", "31 20"]], { columns, y: 670 }),
    ...placeTable([["", "closes it after the last visitor", ""]], { columns, y: 664 }),
    ...placeTable([["Ben Ito", "waters the plants", "31 77"]], { columns, y: 642 }),
  ];
  expect(await textOf({ texts })).toBe(`| Name | Task | Phone |
| --- | --- | --- |
| Liv Dahl | opens the gate in the morning and closes it after the last visitor | 31 20 |
| Ben Ito | waters the plants | 31 77 |`);
});

test("names beside their values are rows without names of columns", async () => {
  const rows = [
    ["Height", "12 m"],
    ["Weight", "340 kg"],
    ["Year built", "1987"],
  ];
  expect(await textOf({ texts: placeTable(rows, { columns: [50, 200], y: 700 }) })).toBe(
    "|  |  |\n| --- | --- |\n| Height | 12 m |\n| Weight | 340 kg |\n| Year built | 1987 |",
  );
});

test("names that end in a colon are no names of columns", async () => {
  const rows = [
    ["Invoice:", "A 771", "Date:", "5 May 2025"],
    ["Customer:", "Nordhof", "Due:", "4 June 2025"],
    ["Clerk:", "Lene Holm", "Paid:", "no"],
  ];
  expect(await textOf({ texts: placeTable(rows, { columns: [50, 120, 260, 320], y: 700 }) })).toContain(
    "|  |  |  |  |\n| --- | --- | --- | --- |\n| Invoice: | A 771 | Date: | 5 May 2025 |",
  );
});

test("running headers, footers and page numbers are left out, and a sentence over the break is one", async () => {
  const words = LEFT.split(" ");
  const pages = [0, 1, 2].map((page) => ({
    texts: [
      { text: "Pump room handbook", x: 50, y: 810, size: 8 },
      { text: `Page ${page + 1} of 3`, x: 270, y: 20, size: 8 },
      ...placeLines(wrapWords(`Part ${["one", "two", "three"][page]}. ${RIGHT}`, 90), { x: 50, y: 760 }),
      ...(page === 0 ? placeLines([words.slice(0, 17).join(" ")], { x: 50, y: 700 }) : []),
    ],
  }));
  const [first, second, third] = pages;
  if (!first || !second || !third) throw new Error("Three pages");
  const rest = placeLines(wrapWords(words.slice(17).join(" "), 90), { x: 50, y: 760 });
  const converted = await convert(
    sourceFile(
      "handbook.pdf",
      await makePlacedPdf([first, { texts: [...second.texts.slice(0, 2), ...rest] }, third]),
    ),
  );
  expect(converted.text).toBe(`Pump room handbook\n\nPart one. ${RIGHT}\n\n${LEFT}\n\nPart three. ${RIGHT}`);
  expect(converted.pages?.map((start) => converted.text.slice(start, start + 10))).toEqual([
    "Pump room ",
    words.slice(17).join(" ").slice(0, 10),
    "Part three",
  ]);
  expect(converted.note).toBeUndefined();
});
