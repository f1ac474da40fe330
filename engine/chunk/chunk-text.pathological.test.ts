import { expect, test } from "vitest";
import type { TextFormat } from "../model/document";
import { chunkText } from "./chunk-text";

const lines = (count: number, line: (number: number) => string) =>
  Array.from({ length: count }, (_, number) => line(number)).join("\n");

// Large enough that a quadratic step shows in the tokens counted; `npm run bench:growth` measures the time.
const texts: Record<string, string> = {
  "one line of words": "word ".repeat(100_000),
  "one line of sentences": "A short sentence. ".repeat(60_000),
  "one line without spaces": "x9".repeat(100_000),
  "one line of emoji, askew to the windows": `x${"🚀".repeat(50_000)}`,
  "blank lines": "\n".repeat(200_000),
  "headings alone": lines(20_000, (number) => `# ${number}`),
  "quotes 5,000 deep on one line": `${">".repeat(5000)} text`,
  "quotes 1,000 deep, line by line": lines(1000, (number) => `${">".repeat(number)} text`),
  "lists 5,000 deep on one line": `${"- ".repeat(5000)}text`,
  "lists 2,000 deep, line by line": lines(2000, (number) => `${" ".repeat(2 * number)}- text`),
  "open brackets": "[![".repeat(50_000),
  "a heading of open brackets": `# ${"[![a](".repeat(20_000)}`,
  "fences never closed": "~~~~\n```\n".repeat(10_000),
  "comments never closed": "<!--\n\n".repeat(20_000),
  "front matter never closed": `---\n${"a: b\n".repeat(20_000)}`,
  "a table of empty cells": `${"|a".repeat(5000)}\n${"|-".repeat(5000)}\n${"|x\n".repeat(5000)}`,
};

test.each(Object.keys(texts))("%s are cut in linear time, tiling the text", (name) => {
  const text = texts[name]!;
  for (const format of ["markdown", "plain", "code"] satisfies TextFormat[]) {
    let counted = 0;
    const countTokens = (part: string) => {
      counted += part.length;
      return part.match(/[a-z]{1,12}|[^\sa-z]/giu)?.length ?? 0;
    };
    const chunks = chunkText({ text, format }, { countTokens });
    expect(chunks.at(-1)?.end).toBe(text.length);
    const misplaced = chunks.filter(({ start }, position) => start !== (chunks[position - 1]?.end ?? 0));
    expect(misplaced).toEqual([]);
    expect(chunks.filter(({ start }) => /[\udc00-\udfff]/.test(text.charAt(start)))).toEqual([]);
    expect(counted).toBeLessThanOrEqual(4 * text.length);
  }
});
