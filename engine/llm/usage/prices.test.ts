import { expect, test } from "vitest";
import { priceOf } from "./prices";

test.each([
  ["gpt-5-mini", 0.25],
  ["gpt-5-mini-2025-08-07", 0.25],
  ["openai/gpt-5", 1.25],
  ["gpt-5.2-pro", 21],
  ["claude-opus-4-6", 5],
  ["claude-opus-4-1-20250805", 15],
  ["claude-sonnet-4-6", 3],
  ["models/gemini-2.5-flash-lite", 0.1],
  ["gemini-2.5-flash-latest", 0.3],
])("priceOf() knows %s", (name, input) => {
  expect(priceOf(name)?.input).toBe(input);
});

test.each(["gpt-5-ultra", "gpt-55", "gpt-5.9", "llama3.2", "claude-opus", ""])(
  "priceOf() does not guess at %j",
  (name) => {
    expect(priceOf(name)).toBeUndefined();
  },
);
