import { expect, test } from "vitest";
import { estimateTokens } from "./estimate-tokens";

// The highest count of o200k_base, cl100k_base and Llama 3's tokenizer.
test.each([
  ["Many words map to one token, but some don't: indivisible.", 15],
  ["The quick brown fox jumps over the lazy dog.", 10],
  ["1234567890", 4],
  ["Straße, Größe, Übergrößenträger", 13],
  ["const sum = (a, b) => a + b;", 13],
  ["Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw.", 28],
  ["Все люди рождаются свободными и равными в своем достоинстве и правах.", 35],
  ["대한민국은 민주공화국이다. 모든 권력은 국민으로부터 나온다.", 38],
  ["吾輩は猫である。名前はまだ無い。どこで生れたかとんと見当がつかぬ。", 39],
  ["👩‍👩‍👧‍👦🎉🚀🇩🇪✅", 32],
])("estimateTokens() does not underestimate %j", (text, tokens) => {
  expect(estimateTokens(text)).toBeGreaterThanOrEqual(tokens);
});

test("estimateTokens() counts English prose as about 3 to 4 characters a token", () => {
  const prose =
    "The committee reviewed the quarterly numbers and decided to postpone the launch until the remaining issues " +
    "with the payment provider were resolved, which the team expects to happen before the end of May.";
  expect(estimateTokens(prose)).toBeGreaterThan(prose.length / 4.5);
  expect(estimateTokens(prose)).toBeLessThan(prose.length / 2.8);
});
