import { expect, test } from "vitest";
import { dotProduct } from "../../util/dot-product";
import { createStaticEmbedder } from "./create-static-embedder";
import { loadStaticModel, readStaticModelFiles } from "./testing/load-static-model";

const embedder = createStaticEmbedder(loadStaticModel());

/** The vector of whole words, computed from the raw bytes of the files. */
function sumOfRows(words: readonly string[]): number[] {
  const { vocab, table, scale } = readStaticModelFiles();
  const vocabulary: string[] = JSON.parse(new TextDecoder().decode(vocab));
  const factors = new DataView(scale.buffer, scale.byteOffset);
  const sum = Array.from({ length: 256 }, (_, dimension) =>
    words.reduce((total, word) => {
      const row = vocabulary.indexOf(word);
      const byte = table[row * 256 + dimension]!;
      return total + (byte < 128 ? byte : byte - 256) * factors.getFloat32(row * 4, true);
    }, 0),
  );
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}

test("embedQuery() is the normalised sum of the token vectors", async () => {
  const vector = await embedder.embedQuery("How to ROLL back a deploy?");
  const expected = sumOfRows(["how", "to", "roll", "back", "a", "deploy", "?"]);
  expect(vector).toHaveLength(256);
  for (const [dimension, value] of expected.entries()) expect(vector[dimension]).toBeCloseTo(value, 5);
});

test("embedPassages() gives unit vectors in the order of the texts, the same each time", async () => {
  const texts = ["the cursor of a connector", "x", "🚀 émigré 42"];
  const vectors = await embedder.embedPassages(texts);
  for (const vector of vectors) expect(dotProduct(vector, vector)).toBeCloseTo(1, 5);
  expect(await embedder.embedPassages([...texts].reverse())).toEqual([...vectors].reverse());
});

test("a text without tokens gives the zero vector", async () => {
  const zero = new Float32Array(256);
  expect(await embedder.embedQuery(" \n")).toEqual(zero);
  expect(await embedder.embedPassages([""])).toEqual([zero]);
});

test("texts of unknown letters have no similarity", async () => {
  const [japanese, hindi, korean] = await embedder.embedPassages([
    "会議室はどこですか",
    "वार्षिक अवकाश",
    "연차 휴가는",
  ]);
  expect(japanese).toEqual(new Float32Array(256));
  expect(dotProduct(japanese!, hindi!)).toBe(0);
  expect(dotProduct(japanese!, korean!)).toBe(0);
});

test("unknown letters beside known words change no vector", async () => {
  expect(await embedder.embedQuery("the server 会議室 restarts")).toEqual(
    await embedder.embedQuery("the server restarts"),
  );
});

test("a passage is read up to its 400th token, a query up to its 200th", async () => {
  const words = (count: number, tail = "") => `${"index ".repeat(count)}${tail}`;
  const [cut, whole, shorter] = await embedder.embedPassages([
    words(400, "holiday"),
    words(400),
    words(399, "holiday"),
  ]);
  expect(cut).toEqual(whole);
  expect(shorter).not.toEqual(whole);
  expect(await embedder.embedQuery(words(200, "holiday"))).toEqual(await embedder.embedQuery(words(200)));
  expect(await embedder.embedQuery(words(199, "holiday"))).not.toEqual(await embedder.embedQuery(words(200)));
});

test.each([
  [
    "How do I undo a bad release?",
    "If a deployment fails, roll back to the previous version of the release.",
    "Employees receive twenty days of paid vacation a year.",
  ],
  [
    "how many vacation days do I get",
    "Employees are entitled to 25 days of annual leave; unused leave carries over until March.",
    "The database cluster fails over to a standby node when the primary is down.",
  ],
  [
    "speed up slow database queries",
    "Add an index on the columns used in the WHERE clause to improve query performance.",
    "Our office dog policy asks owners to keep their pets on a leash.",
  ],
])("%s is more similar to its answer than to another text", async (question, answer, other) => {
  const query = await embedder.embedQuery(question);
  const [near, far] = await embedder.embedPassages([answer, other]);
  expect(dotProduct(query, near!)).toBeGreaterThan(dotProduct(query, far!) + 0.1);
});

test("embedPassages() and embedQuery() reject when the signal is aborted", async () => {
  const signal = AbortSignal.abort();
  await expect(embedder.embedPassages(["a"], signal)).rejects.toThrow("aborted");
  await expect(embedder.embedQuery("a", signal)).rejects.toThrow("aborted");
});
