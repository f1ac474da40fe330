import fc from "fast-check";
import { expect, test } from "vitest";
import { createReasoningFilter } from "./reasoning-filter";

function filter(pieces: readonly string[]): string {
  const reasoning = createReasoningFilter();
  return pieces.map((piece) => reasoning.next(piece)).join("") + reasoning.end();
}

test.each([
  ["<think>Let me see.</think>In May", "In May"],
  ["\n<think>\nLet me see.\n</think>\n\nIn May", "In May"],
  ["<think></think>In May", "In May"],
  ["<think>a < b </thin </think>In May", "In May"],
  ["<think>for ever", ""],
  ["In May", "In May"],
  ["  In May", "  In May"],
  ["In May <think>no</think>", "In May <think>no</think>"],
  ["<thinking aloud", "<thinking aloud"],
  ["<th", "<th"],
  ["", ""],
])("createReasoningFilter() turns %j into %j, however it is split", (text, answer) => {
  expect(filter([...text])).toBe(answer);
  expect(filter([text])).toBe(answer);
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(text.length), (a, b) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b)];
      expect(filter([text.slice(0, from), text.slice(from, to), text.slice(to)])).toBe(answer);
    }),
  );
});

test("createReasoningFilter() forwards an answer without delay", () => {
  const thoughts = createReasoningFilter();
  expect(thoughts.next("In")).toBe("In");
  expect(thoughts.next(" May")).toBe(" May");
});
