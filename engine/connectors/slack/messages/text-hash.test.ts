import { expect, test } from "vitest";
import { textHash } from "./text-hash";

test("textHash() is equal for equal texts and differs for every small change", () => {
  const texts = Array.from({ length: 20_000 }, (_, at) => `Message ${at} ${"x".repeat(at % 7)}`);
  expect(new Set(texts.map(textHash)).size).toBe(texts.length);
  expect(textHash("Words")).toBe(textHash("Words"));
  expect(textHash("ab")).not.toBe(textHash("ba"));
  expect(textHash("")).toMatch(/^[0-9a-f]{16}$/);
});
