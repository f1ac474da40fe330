import { expect, test } from "vitest";
import { english } from "../../language/english/english";
import type { TextFormat } from "../../model/document";
import { documentFixture } from "../../testing/fixtures";
import { splitPassage } from "./split-passage";

function statements(text: string, format: TextFormat = "markdown") {
  const document = documentFixture({ text, format });
  const passage = { document, chunk: document.chunks[0]!, score: 1, keywordScore: 1 };
  return splitPassage(passage, english).map(({ kind, start, end, markdown }) => {
    return { kind, quote: text.slice(start, end), ...(markdown !== undefined && { markdown }) };
  });
}
const quotes = (text: string, format?: TextFormat) => statements(text, format).map(({ quote }) => quote);

test("splitPassage() takes sentences of paragraphs, lists and quotations, not headings", () => {
  expect(quotes("# Title\n\nFirst one. Second one.\n\n- An item here\n\n> Somebody said this.\n")).toEqual([
    "First one.",
    "Second one.",
    "An item here",
    "Somebody said this.",
  ]);
});

test("splitPassage() leaves out badges, link lists and HTML", () => {
  const text = [
    "[![Build](https://ci/badge.svg)](https://ci)",
    "- [Install](#install)\n- [Usage](#usage)",
    '<p align="center">Logo</p>',
    "What remains is this sentence.",
  ].join("\n\n");
  expect(quotes(text)).toEqual(["What remains is this sentence."]);
});

test("splitPassage() joins a code block with the line that introduces it", () => {
  const text = "Install it with **npm**:\n\n```sh\nnpm install p-limit\n```\n";
  expect(statements(text)).toContainEqual({
    kind: "code",
    quote: text.trim(),
    markdown: "Install it with npm:\n\n```sh\nnpm install p-limit\n```",
  });
});

test("splitPassage() includes a command below its heading, and no longer code without a lead-in", () => {
  expect(quotes("Words before.\n\n## Install\n\n```sh\nnpm i a\n```\n")).toEqual([
    "Words before.",
    "```sh\nnpm i a\n```",
  ]);
  expect(quotes("Words before.\n\n## API\n\n```js\na;\nb;\nc;\nd;\n```\n")).toEqual(["Words before."]);
});

test("splitPassage() leaves out code of more than ten lines", () => {
  const code = Array.from({ length: 11 }, (_, line) => `line(${line});`).join("\n");
  expect(quotes(`This is how.\n\n\`\`\`js\n${code}\n\`\`\`\n`)).toEqual(["This is how."]);
});

test("splitPassage() reads nothing but comments of code as sentences when the passage begins or ends inside a fence", () => {
  const text =
    "```ts\n// Parse it. Then print it.\nparse(it);\n```\n\nWords between.\n\n~~~\nLet it. Be code.\n~~~\n";
  const document = documentFixture({ text, format: "markdown" });
  const chunk = { ordinal: 1, start: text.indexOf("// Parse"), end: text.indexOf(" Be code"), headings: [] };
  const found = splitPassage({ document, chunk, score: 1, keywordScore: 1 }, english);
  expect(found.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ["sentence", "Parse it."],
    ["sentence", "Then print it."],
    ["sentence", "Words between."],
    ["code", "Words between.\n\n~~~\nLet it."],
  ]);
});

test("splitPassage() shows a passage of nothing but code as code", () => {
  const text = "# Usage\n\n```js\nparse(it);\nprint(it);\nstore(it);\nclose(it);\n```\n";
  expect(statements(text)).toEqual([
    {
      kind: "excerpt",
      quote: "parse(it);\nprint(it);\nstore(it);\nclose(it);",
      markdown: "```\nparse(it);\nprint(it);\nstore(it);\nclose(it);\n```",
    },
  ]);
});

test("splitPassage() joins a question with the sentence after it, and leaves out a question alone", () => {
  expect(quotes("**Why this name?** It means guard.\n\nReally?\n\n## Next\n\nOther words here.")).toEqual([
    "**Why this name?** It means guard.",
    "Other words here.",
  ]);
});

test("splitPassage() joins a list with the line that introduces it", () => {
  const text = "It supports:\n\n- [Linux](https://linux)\n- macOS on *any* chip\n";
  expect(statements(text)[0]).toEqual({
    kind: "list",
    quote: text.trim(),
    markdown: "It supports:\n\n- Linux\n- macOS on any chip",
  });
});

test("splitPassage() keeps the numbers of an ordered list", () => {
  const [unit] = statements("Do this first:\n\n3. Open the lid\n4. Close the lid\n");
  expect(unit!.markdown).toBe("Do this first:\n\n3. Open the lid\n4. Close the lid");
});

test("splitPassage() reads very long Markdown as plain text", () => {
  const found = quotes(`# Title\n\n${"A sentence of many. ".repeat(500)}`);
  expect(found[0]).toBe("# Title");
  expect(found.at(-1)).toBe("A sentence of many.");
});

test("splitPassage() reads plain text by blocks and bullets", () => {
  expect(quotes("First line\ngoes on.\n\nSecond block\n- a bullet\n- another", "plain")).toEqual([
    "First line\ngoes on.",
    "Second block",
    "- a bullet",
    "- another",
  ]);
});

test("splitPassage() reads source code by runs of lines", () => {
  expect(statements("const a = 1;\nconst b = 2;\n\nrun(a, b);\n", "code")).toEqual([
    { kind: "code", quote: "const a = 1;\nconst b = 2;", markdown: "```\nconst a = 1;\nconst b = 2;\n```" },
    { kind: "code", quote: "run(a, b);", markdown: "```\nrun(a, b);\n```" },
  ]);
});

test("splitPassage() cuts long runs of code after twelve lines", () => {
  const text = Array.from({ length: 15 }, (_, line) => `line(${line});`).join("\n");
  expect(quotes(text, "code").map((quote) => quote.split("\n").length)).toEqual([12, 3]);
});

test("splitPassage() falls back to an excerpt where there is nothing but a heading", () => {
  expect(statements("# Just a title")).toEqual([{ kind: "excerpt", quote: "# Just a title" }]);
});

test("splitPassage() gives offsets in the document, not in the chunk", () => {
  const text = "Skipped part.\n\nWanted sentence.";
  const document = documentFixture({ text, format: "markdown" });
  const chunk = { ordinal: 1, start: 15, end: text.length, headings: [] };
  expect(splitPassage({ document, chunk, score: 1, keywordScore: 1 }, english)).toEqual([
    { kind: "sentence", start: 15, end: text.length },
  ]);
});
