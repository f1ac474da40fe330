import fc from "fast-check";
import { expect, test } from "vitest";
import type { ConvertedText, TextFormat } from "../model/document";
import { chunkText } from "./chunk-text";

/** Words and symbols, as a tokenizer would count them; letters beyond the twelfth count again. */
const countTokens = (text: string) => text.match(/\p{L}{1,12}|[^\s\p{L}]/gu)?.length ?? 0;

const words = fc
  .array(fc.constantFrom("index", "Über", "a.", "b?", "🚀", "C++", "naïve", "x".repeat(60), "\ud83d"), {
    minLength: 1,
    maxLength: 30,
  })
  .map((parts) => parts.join(" "));

/** Fragments of Markdown, well-formed and not; any order of them must do. */
const fragment = fc.oneof(
  words,
  words.map((text) => `\n\n${text}\n\n`),
  fc.tuple(fc.integer({ min: 1, max: 6 }), words).map(([level, text]) => `\n${"#".repeat(level)} ${text}\n`),
  words.map((text) => `\n${text}\n===\n`),
  fc.array(words).map((items) => `\n${items.map((item) => `- ${item}\n  - ${item}`).join("\n")}\n`),
  fc.array(words).map((lines) => `\n\`\`\`js\n${lines.join("\n\n")}\n\`\`\`\n`),
  fc
    .array(words)
    .map((rows) => `\n| a | b |\n|---|---|\n${rows.map((row) => `| ${row} | 1 |`).join("\n")}\n`),
  words.map((text) => `\n> ${text}\n> # ${text}\n`),
  fc.constantFrom("\r\n", "\r", "\t", " ", "---\n", "```\n", "<div>\n", "    ", "\u0000", "\u2028", "\ufeff"),
  fc.string({ unit: "binary" }),
);

const converted: fc.Arbitrary<ConvertedText> = fc
  .record({
    text: fc.array(fragment, { maxLength: 25 }).map((fragments) => fragments.join("")),
    format: fc.constantFrom<TextFormat>("markdown", "plain", "code"),
    borders: fc.array(fc.nat(), { maxLength: 8 }),
    threaded: fc.boolean(),
    paged: fc.boolean(),
  })
  .map(({ text, format, borders, threaded, paged }) => {
    const offsets = borders.map((border) => border % (text.length + 1)).sort((a, b) => a - b);
    const pages = [0, ...offsets];
    const parts = offsets.flatMap((start, position) => {
      const end = offsets[position + 1] ?? text.length;
      return isInsideSurrogatePair(text, start) || isInsideSurrogatePair(text, end) ? [] : [{ start, end }];
    });
    return { text, format, ...(threaded && { parts }), ...(paged && { pages }) };
  });

function isInsideSurrogatePair(text: string, at: number): boolean {
  return at > 0 && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));
}

const target = fc.constantFrom(8, 20, 50, 400);

function checkProperty(
  check: (converted: ConvertedText, chunks: ReturnType<typeof chunkText>, maxTokens: number) => void,
) {
  fc.assert(
    fc.property(converted, target, (document, targetTokens) => {
      check(document, chunkText(document, { countTokens, targetTokens }), targetTokens * 1.5);
    }),
    { numRuns: 400 },
  );
}

test("chunks are in order, disjoint, not empty and cover the text", () => {
  checkProperty(({ text }, chunks) => {
    let end = 0;
    for (const [position, chunk] of chunks.entries()) {
      expect(chunk.ordinal).toBe(position);
      expect(chunk.start).toBe(end);
      expect(chunk.end).toBeGreaterThan(chunk.start);
      end = chunk.end;
    }
    expect(end).toBe(text.length);
    expect(chunks.map((chunk) => text.slice(chunk.start, chunk.end)).join("")).toBe(text);
  });
});

test("no chunk is over one and a half times the target", () => {
  checkProperty(({ text }, chunks, most) => {
    for (const { start, end } of chunks)
      expect(countTokens(text.slice(start, end))).toBeLessThanOrEqual(most);
  });
});

test("no chunk starts inside a surrogate pair", () => {
  checkProperty(({ text }, chunks) => {
    for (const { start } of chunks) expect(isInsideSurrogatePair(text, start)).toBe(false);
  });
});

test("a chunk's page is the last one that starts at or before it", () => {
  checkProperty(({ pages }, chunks) => {
    for (const { start, page } of chunks) {
      expect(page).toBe(pages?.filter((offset) => offset <= start).length);
    }
  });
});

/** Sections whose headings are unique, so that the headings above an offset can be read off the text. */
const outline = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.array(words, { maxLength: 4 })), { maxLength: 20 })
  .map((sections) =>
    sections
      .map(([level, paragraphs], number) =>
        [`${"#".repeat(level)} Heading ${number}`, ...paragraphs.map((text) => `Text ${text}`)].join("\n\n"),
      )
      .join("\n\n"),
  );

interface Line {
  readonly start: number;
  readonly end: number;
  readonly path: string[];
}

/** The lines of text with the headings above each, by walking the lines. */
function linesUnderHeadings(text: string): Line[] {
  const open: { level: number; title: string }[] = [];
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    const heading = /^(#+) (.*)$/.exec(line);
    if (heading) {
      while (open.length > 0 && open.at(-1)!.level >= heading[1]!.length) open.pop();
      open.push({ level: heading[1]!.length, title: heading[2]! });
    } else if (line !== "") {
      lines.push({ start, end, path: open.map(({ title }) => title) });
    }
    start = end + 1;
  }
  return lines;
}

test("headings are the deepest path above all of a chunk's text", () => {
  fc.assert(
    fc.property(outline, target, (text, targetTokens) => {
      const lines = linesUnderHeadings(text);
      for (const chunk of chunkText({ text, format: "markdown" }, { countTokens, targetTokens })) {
        const inside = lines.filter(({ start, end }) => start < chunk.end && end > chunk.start);
        if (inside.length > 0) expect(chunk.headings).toEqual(inside.map(({ path }) => path).reduce(common));
      }
    }),
    { numRuns: 400 },
  );
});

function common(left: string[], right: string[]): string[] {
  const differs = left.findIndex((heading, depth) => heading !== right[depth]);
  return differs === -1 ? left : left.slice(0, differs);
}

test("a heading is never the end of a chunk while text follows it", () => {
  fc.assert(
    fc.property(outline, fc.constantFrom(50, 400), (text, targetTokens) => {
      for (const { end } of chunkText({ text, format: "markdown" }, { countTokens, targetTokens })) {
        const lastLine = text.slice(0, end).trimEnd().split("\n").at(-1)!;
        if (/^\s*Text/.test(text.slice(end))) expect(lastLine).not.toMatch(/^#/);
      }
    }),
  );
});
