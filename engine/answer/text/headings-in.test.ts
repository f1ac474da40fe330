import { expect, test } from "vitest";
import { documentFixture } from "../../testing/fixtures";
import { headingsIn } from "./headings-in";
import { parseAtxHeading } from "./parse-atx-heading";

function wordsOf(text: string, start = 0) {
  const document = documentFixture({ text, format: "markdown" });
  const chunk = { ordinal: 0, start, end: text.length, headings: [] };
  return headingsIn({ document, chunk, score: 1, keywordScore: 1 }).map((heading) => [
    heading.level,
    heading.words,
    text.slice(heading.start).split("\n")[0],
  ]);
}

test("headingsIn() finds headings with their level and their place in the document", () => {
  expect(wordsOf("# Fees\n\nText.\n\n### Boats in winter ###\n\nMore.")).toEqual([
    [1, "Fees", "# Fees"],
    [3, "Boats in winter", "### Boats in winter ###"],
  ]);
  expect(wordsOf("# Before\n\n## Inside\n", 9)).toEqual([[2, "Inside", "## Inside"]]);
});

test("headingsIn() takes no comment in code for a heading, also where the passage begins inside code", () => {
  const text = "# Set-up\n\n```sh\n# install it\nnpm ci\n# run it\n```\n\n## Use\n";
  expect(wordsOf(text).map(([, words]) => words)).toEqual(["Set-up", "Use"]);
  expect(wordsOf(text, text.indexOf("npm")).map(([, words]) => words)).toEqual(["Use"]);
});

test.each([
  ["## C#", { level: 2, words: "C#" }],
  ["# Fees #", { level: 1, words: "Fees" }],
  ["#", { level: 1, words: "" }],
  ["#hashtag", undefined],
  ["####### seven", undefined],
] as const)("parseAtxHeading() of %s", (line, heading) => {
  expect(parseAtxHeading(line)).toEqual(heading);
});

test("parseAtxHeading() reads a long line in as many steps as it has characters", () => {
  expect(parseAtxHeading(`# ${" ".repeat(100_000)}x\u2028`)?.level ?? 1).toBe(1);
});
