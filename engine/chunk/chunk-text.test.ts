import { expect, test } from "vitest";
import type { ConvertedText } from "../model/document";
import { chunkText } from "./chunk-text";

const countTokens = (text: string) => text.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)?.length ?? 0;

function chunk(text: string, targetTokens: number, more: Partial<ConvertedText> = {}) {
  return chunkText({ text, format: "markdown", ...more }, { countTokens, targetTokens }).map(
    ({ start, end, headings, page }) => ({ text: text.slice(start, end), headings, page }),
  );
}

const texts = (...parameters: Parameters<typeof chunk>) =>
  chunk(...parameters).map(({ text }) => text.trim());
const paths = (...parameters: Parameters<typeof chunk>) =>
  chunk(...parameters).map(({ headings }) => headings);
const prose = (word: string, count: number) => Array.from({ length: count }, () => word).join(" ");

test("an empty text has no chunks, a blank one has one", () => {
  expect(chunk("", 10)).toEqual([]);
  expect(chunk("\n \n", 10)).toHaveLength(1);
});

test("a short document is one chunk with its own title", () => {
  const text = "# Atlas\n\nAsk your work.\n\n## Install\n\nRun it.\n\n## Use\n\nAsk.\n";
  expect(chunk(text, 400)).toEqual([{ text, headings: ["Atlas"], page: undefined }]);
});

test("the target is 400 tokens when none is given", () => {
  const text = `${prose("word", 100)}.\n\n`.repeat(8);
  const sizes = chunkText({ text, format: "plain" }, { countTokens }).map(({ start, end }) =>
    countTokens(text.slice(start, end)),
  );
  expect(sizes).toEqual([303, 202, 303]);
});

test("long sections are split at headings, and each chunk has its path", () => {
  const text = [
    "# Guide",
    prose("intro", 18),
    "## Install",
    prose("install", 18),
    "### Linux",
    prose("linux", 18),
    "## Use",
    prose("use", 18),
  ].join("\n\n");
  expect(paths(text, 20)).toEqual([
    ["Guide"],
    ["Guide", "Install"],
    ["Guide", "Install", "Linux"],
    ["Guide", "Use"],
  ]);
});

test("small neighbouring sections are joined under the heading they share", () => {
  const text = `# API\n\n${prose("intro", 28)}\n\n## get\n\nReads.\n\n## put\n\nWrites.\n\n## list\n\nLists.\n`;
  expect(chunk(text, 30).map(({ text, headings }) => [text.trim(), headings])).toEqual([
    [`# API\n\n${prose("intro", 28)}`, ["API"]],
    ["## get\n\nReads.\n\n## put\n\nWrites.\n\n## list\n\nLists.", ["API"]],
  ]);
});

test("the rest of a long section is not joined with the next one", () => {
  const text = `# A\n\n${prose("one", 25)}\n\n${prose("two", 25)}\n\n# B\n\nthree`;
  expect(paths(text, 30)).toEqual([["A"], ["A"], ["B"]]);
});

test("a heading without text stays with the section below it", () => {
  const text = `# Top\n\n## Sub\n\n${prose("word", 20)}\n\n## Other\n\n${prose("word", 20)}`;
  expect(chunk(text, 22).map(({ text, headings }) => [text.slice(0, 6), headings])).toEqual([
    ["# Top\n", ["Top", "Sub"]],
    ["## Oth", ["Top", "Other"]],
  ]);
});

test("headings are plain text", () => {
  const text =
    "# The `chunk` *stage* of [Atlas](https://example.org) ![logo](x.png) &amp; <b>more</b>\n\nText\n\n";
  expect(paths(text, 400)).toEqual([["The chunk stage of Atlas logo & more"]]);
});

test("an underlined heading counts, one inside a fence, a quote or front matter does not", () => {
  const text = [
    "---\ntitle: Notes\n---",
    "Setext\n======",
    "```sh\n# comment\n```",
    "> # quoted",
    prose("word", 10),
  ].join("\n\n");
  expect(paths(text, 15).at(-1)).toEqual(["Setext"]);
  expect(paths("---\ntitle: Notes\n---\n\ntext", 400)).toEqual([[]]);
});

test("a fence that fits stays whole, one that does not is cut at blank lines", () => {
  const fence = "```js\nconst first = 1;\nconst second = 2;\n\nconst third = 3;\n```";
  expect(texts(`${prose("word", 12)}\n\n${fence}`, 30)).toEqual([prose("word", 12), fence]);
  expect(texts(fence, 14)).toEqual(["```js\nconst first = 1;\nconst second = 2;", "const third = 3;\n```"]);
});

test("a large table is cut between rows", () => {
  const rows = Array.from({ length: 12 }, (_, row) => `| row ${row} | ${prose("cell", 4)} |`);
  const text = ["| a | b |", "|---|---|", ...rows].join("\n");
  const chunks = texts(text, 40);
  expect(chunks.length).toBeGreaterThan(2);
  for (const line of chunks.flatMap((part) => part.split("\n"))) expect(line).toMatch(/^\|.*\|$/);
});

test("a large list is cut between items", () => {
  const text = Array.from({ length: 9 }, (_, item) => `- item ${item}\n  ${prose("word", 6)}`).join("\n");
  for (const part of texts(text, 30)) expect(part).toMatch(/^- item/);
});

test("a long paragraph is cut between sentences, also when it is wrapped", () => {
  const sentence = "The index keeps\nevery vector small.";
  expect(texts(`${sentence} ${sentence} ${sentence} ${sentence}`, 16)).toEqual([
    `${sentence} ${sentence}`,
    `${sentence} ${sentence}`,
  ]);
});

test("a long sentence is cut between words, a long word between characters", () => {
  expect(texts(prose("word", 50), 20).every((part) => /^word( word)*$/.test(part))).toBe(true);
  const emoji = "🚀".repeat(50);
  const parts = texts(emoji, 20);
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.join("")).toBe(emoji);
  for (const part of parts) expect(part).toMatch(/^(🚀)+$/u);
});

test("plain text is cut between paragraphs, and its marks are no markup", () => {
  const text = `# no heading\n\n${prose("one", 10)}\n\n${prose("two", 10)}`;
  expect(chunk(text, 14, { format: "plain" })).toEqual([
    { text: `# no heading\n\n${prose("one", 10)}\n\n`, headings: [], page: undefined },
    { text: prose("two", 10), headings: [], page: undefined },
  ]);
});

test("code is cut between definitions", () => {
  const definition = (name: string) => `function ${name}() {\n  const a = 1;\n\n  return a;\n}\n`;
  const text = [definition("one"), definition("two"), definition("three")].join("\n");
  expect(texts(text, 16, { format: "code" })).toEqual([
    definition("one").trim(),
    definition("two").trim(),
    definition("three").trim(),
  ]);
});

test("messages stay whole and are joined up to the target", () => {
  const messages = [8, 8, 25, 8].map((count, number) => `**Ann**:\n\n${prose(`m${number}`, count)}`);
  const parts = messages.map((message, number) => {
    const start = messages.slice(0, number).join("\n\n").length + (number === 0 ? 0 : 2);
    return { start, end: start + message.length };
  });
  expect(texts(messages.join("\n\n"), 30, { parts })).toEqual([
    `${messages[0]}\n\n${messages[1]}`,
    messages[2],
    messages[3],
  ]);
});

test("a chunk has the page it starts on", () => {
  const paragraphs = [10, 10, 10, 10].map((count, number) => `${prose(`p${number}`, count)}\n\n`);
  const [one = "", two = ""] = paragraphs;
  const pages = [0, one.length - 5, one.length - 5, one.length + two.length];
  expect(chunk(paragraphs.join(""), 10, { format: "plain", pages }).map(({ page }) => page)).toEqual([
    1, 3, 4, 4,
  ]);
});
