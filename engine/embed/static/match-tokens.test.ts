import { expect, test } from "vitest";
import { createStaticEmbedder } from "./create-static-embedder";
import { loadStaticModel } from "./testing/load-static-model";

const model = loadStaticModel();
const embedder = createStaticEmbedder(model);

function direction(token: string): readonly number[] {
  const row = model.vocabulary.indexOf(token);
  const values = [...model.table.subarray(row * model.dimensions, row * model.dimensions + 64)];
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}

function cosine(a: string, b: string): number {
  const other = direction(b);
  return direction(a).reduce((sum, value, at) => sum + value * other[at]!, 0);
}

test("readClosely() gives each token of the question its nearest token of the text, and the text's vector", async () => {
  const question = ["restart", "server"];
  const text = ["reboot", "every", "machine"];
  const { weights, passages } = await embedder.readClosely!(question.join(" "), [text.join(" ")]);
  const [vector] = await embedder.embedPassages([text.join(" ")]);
  const expected = question.map((token) => Math.max(...text.map((other) => cosine(token, other))));
  const nearest = [...passages[0]!.nearest];
  // In the order of their weight.
  expect([...nearest].sort()).toEqual(expected.sort().map((value) => expect.closeTo(value, 5)));
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 5);
  expect(passages[0]!.vector).toEqual(vector);
});

test("readClosely() finds a token itself at 1, and nothing in an empty text or for an empty question", async () => {
  const { passages } = await embedder.readClosely!("server", ["the server", ""]);
  expect(passages[0]!.nearest[0]).toBeCloseTo(1, 5);
  expect(passages[1]!.nearest[0]).toBe(0);
  const nothing = await embedder.readClosely!("", ["the server"]);
  expect(nothing.weights).toHaveLength(0);
});
