import { expect, test } from "vitest";
import { createStaticEmbedder } from "./create-static-embedder";
import { loadStaticModel } from "./testing/load-static-model";

const model = loadStaticModel();
const embedder = createStaticEmbedder(model);

function toUnitVector(token: string): readonly number[] {
  const row = model.vocabulary.indexOf(token);
  const values = [...model.table.subarray(row * model.dimensions, row * model.dimensions + 64)];
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}

function cosine(a: string, b: string): number {
  const other = toUnitVector(b);
  return toUnitVector(a).reduce((sum, value, at) => sum + value * other[at]!, 0);
}

test("matchTokens() gives each token of the question its nearest token of the text", async () => {
  const question = ["restart", "server"];
  const text = ["reboot", "every", "machine"];
  const { weights, nearest } = await embedder.matchTokens!(question.join(" "), [text.join(" ")]);
  const expected = question.map((token) => Math.max(...text.map((other) => cosine(token, other))));
  // In the order of their weight.
  expect([...nearest[0]!].sort()).toEqual(expected.sort().map((value) => expect.closeTo(value, 5)));
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
});

test("matchTokens() gives an identical token 1, and nothing for an empty text or question", async () => {
  const { nearest } = await embedder.matchTokens!("server", ["the server", ""]);
  expect(nearest[0]![0]).toBeCloseTo(1, 5);
  expect(nearest[1]![0]).toBe(0);
  const nothing = await embedder.matchTokens!("", ["the server"]);
  expect(nothing.weights).toHaveLength(0);
});
