import { expect, test } from "vitest";
import { stripQuerySyntax } from "./strip-query-syntax";

test.each([
  ['who said "ship it" (today)?', "who said ship it today ?"],
  ["salt AND pepper OR sand", "salt and pepper or sand"],
  [' "()" ', ""],
  ["größe\n日本\t🙂", "größe 日本 🙂"],
])("stripQuerySyntax() turns %j into %j", (text, words) => {
  expect(stripQuerySyntax(text, /["()]/g)).toBe(words);
});

test("stripQuerySyntax() splits no character when it shortens a text", () => {
  const words = stripQuerySyntax(`${"a".repeat(199)}🙂`, /["()]/g);
  expect(words.length).toBeLessThanOrEqual(200);
  expect(encodeURIComponent(words)).toContain("a".repeat(199));
});
