import { expect, test } from "vitest";
import { searchWords } from "./search-words";

test.each([
  ['who said "ship it" (today)?', "who said ship it today ?"],
  ["salt AND pepper OR sand", "salt and pepper or sand"],
  [' "()" ', ""],
  ["größe\n日本\t🙂", "größe 日本 🙂"],
])("searchWords() makes of %j %j", (text, words) => {
  expect(searchWords(text, /["()]/g)).toBe(words);
});

test("searchWords() ends a long text without half a character", () => {
  const words = searchWords(`${"a".repeat(199)}🙂`, /["()]/g);
  expect(words.length).toBeLessThanOrEqual(200);
  expect(encodeURIComponent(words)).toContain("a".repeat(199));
});
