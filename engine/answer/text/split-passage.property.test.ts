import fc from "fast-check";
import { expect, test } from "vitest";
import type { TextFormat } from "../../model/document";
import { alphanumericRuns } from "../../util/words";
import { statementsOf } from "../testing/statements-of";

const word = fc.stringMatching(/^[a-zäéß]{3,8}$/);
const words = fc.array(word, { minLength: 3, maxLength: 8 }).map((parts) => parts.join(" "));
const sentence = words.map((line) => `${line}.`);
const block = fc.oneof(
  sentence,
  fc.array(sentence, { minLength: 2, maxLength: 3 }).map((lines) => lines.join(" ")),
  fc.array(words, { minLength: 1, maxLength: 4 }).map((items) => items.map((item) => `- ${item}`).join("\n")),
  fc
    .array(sentence, { minLength: 1, maxLength: 3 })
    .map((lines) => lines.map((line) => `> ${line}`).join("\n")),
  fc
    .array(fc.tuple(word, words), { minLength: 1, maxLength: 3 })
    .map((fields) => fields.map(([name, value]) => `**${name}:** ${value}`).join("\n")),
  fc
    .array(fc.tuple(words, words), { minLength: 1, maxLength: 3 })
    .map((rows) => `| ab | cd |\n|---|---|\n${rows.map((row) => `| ${row.join(" | ")} |`).join("\n")}`),
);
const heading = words.map((line) => `## ${line}`);
const mark = fc.constantFrom(
  "%%",
  "[[",
  "]]",
  "|",
  "==",
  " ^a1",
  "```",
  "~~~",
  "> ",
  "- ",
  "\n",
  "---\n",
  ": ",
  "?",
);
const text = fc
  .array(fc.oneof(block, block, heading), { minLength: 1, maxLength: 6 })
  .map((blocks) => blocks.join("\n\n"));

test("splitPassage() gives ranges inside the passage, whatever it is cut from", () => {
  const any = fc
    .array(fc.oneof(block, heading, mark, fc.string()), { maxLength: 8 })
    .map((parts) => parts.join("\n"));
  const format = fc.constantFrom<TextFormat>("markdown", "plain", "code");
  fc.assert(
    fc.property(any, format, fc.nat(), fc.nat(), (whole, kind, a, b) => {
      const cuts = [a % (whole.length + 1), b % (whole.length + 1)];
      const [from, to] = [Math.min(...cuts), Math.max(...cuts)];
      for (const { start, end } of statementsOf(whole, { format: kind, from, to })) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(to);
      }
    }),
  );
});

test("splitPassage() loses no word of prose, lists, quotations, fields and tables", () => {
  fc.assert(
    fc.property(text, (whole) => {
      const quoted = statementsOf(whole).flatMap(({ quote, kind }) => (kind === "excerpt" ? [] : [quote]));
      const found = new Set(alphanumericRuns(quoted.join(" ")));
      const stated = whole.replace(/^## .*$|^\| (?:ab|---).*$/gm, "");
      const lost = alphanumericRuns(stated).filter((one) => !found.has(one));
      expect(quoted.length === 0 ? [] : lost).toEqual([]);
    }),
  );
});
