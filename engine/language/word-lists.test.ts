import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const ENGINE = fileURLToPath(new URL("../", import.meta.url));
/** The rooms that read questions and texts of people. */
const ROOMS = [
  "answer",
  "chat",
  "chunk",
  "focus",
  "live",
  "retrieve",
  "search-index",
  "understand",
  "create-asking.ts",
];
/** Their words are those of protocols, parsers, programming languages and model templates, whatever the language. */
const EXCEPTIONS = [
  "answer/safety/escape-for-prompt.ts",
  "answer/safety/visible-address.ts",
  "answer/text/code-comments.ts",
  "answer/text/markdown/mermaid-statements.ts",
  "chunk/markdown-blocks.ts",
];
const WORD_LIST_IN_PATTERN = /[a-z]{2,}\??\|[a-z]{2,}/;

test("no stage has a list of words in a pattern: they belong in language/", () => {
  const withWords = ROOMS.flatMap(sourceFiles).filter((file) =>
    WORD_LIST_IN_PATTERN.test(withoutComments(readFileSync(join(ENGINE, file), "utf8"))),
  );
  expect(withWords.sort()).toEqual(EXCEPTIONS);
});

function sourceFiles(path: string): readonly string[] {
  if (path.endsWith(".ts")) return path.endsWith(".test.ts") ? [] : [path];
  const entries = readdirSync(join(ENGINE, path), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory() || entry.name.endsWith(".ts"))
    .filter(({ name }) => name !== "testing")
    .flatMap(({ name }) => sourceFiles(`${path}/${name}`));
}

function withoutComments(source: string): string {
  return source.replace(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, "");
}
