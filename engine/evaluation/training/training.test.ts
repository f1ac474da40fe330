import { expect, test } from "vitest";
import { wordEmbedder } from "../../testing/fakes/word-embedder";
import { addNoise } from "./add-noise";
import { collectExamples, type Example } from "./collect-examples";
import { composeTrainingSet, parsePairs, type TrainingPair } from "./compose-training-set";
import { fitWeights, toShares } from "./fit-weights";

const pairs: readonly TrainingPair[] = [
  { query: "Travel policy", passage: "How the company travels." },
  { query: "Travel policy booking trains", passage: "Trains are booked by the office." },
  { query: "Travel policy claiming receipts", passage: "Receipts are claimed within a month." },
  { query: "Parental leave", passage: "Leave lasts sixteen weeks." },
  { query: "Parental leave", passage: "Leave lasts sixteen weeks." },
];
const options = { documents: 10, questions: 10, titled: true, seed: 1 };

test("composeTrainingSet() removes the page's title from its headings and asks for the passage below one", () => {
  const { corpus, queries } = composeTrainingSet(pairs, options);
  expect(corpus.map(({ title }) => title)).toEqual(["", "Travel policy", "Travel policy", ""]);
  expect(queries).toHaveLength(4);
  for (const { id, text, grades } of queries) {
    expect([...grades]).toEqual([[id, 2]]);
    for (const word of text.split(" ")) expect(pairs[Number(id)]!.query).toContain(word);
  }
});

test("composeTrainingSet() without titles gives the passages of the same page half the grade", () => {
  const { corpus, queries } = composeTrainingSet(pairs, { ...options, titled: false });
  expect(corpus.every(({ title }) => title === "")).toBe(true);
  expect(queries.find(({ id }) => id === "1")?.grades).toEqual(
    new Map([
      ["0", 1],
      ["1", 2],
      ["2", 1],
    ]),
  );
});

test("composeTrainingSet() makes the same set from the same seed, with the given numbers", () => {
  expect(composeTrainingSet(pairs, options)).toEqual(composeTrainingSet(pairs, options));
  const small = composeTrainingSet(pairs, { ...options, documents: 3, questions: 2 });
  expect(small.corpus).toHaveLength(3);
  expect(small.queries).toHaveLength(2);
});

test("addNoise() changes the vectors of questions, the same each time, and not those of passages", async () => {
  const noisy = addNoise(wordEmbedder, 2);
  const plain = await wordEmbedder.embedQuery("red fox");
  const vector = await noisy.embedQuery("red fox");
  const noise = Math.hypot(...vector.map((value, position) => value - plain[position]!));
  expect(noise).toBeGreaterThan(1);
  expect(noise).toBeLessThan(3);
  expect(await noisy.embedQuery("red fox")).toEqual(vector);
  expect(await noisy.embedPassages(["red fox"])).toEqual(await wordEmbedder.embedPassages(["red fox"]));
});

test("collectExamples() grades what the product would rerank, and leaves out questions without a relevant candidate", async () => {
  const set = composeTrainingSet(pairs, { ...options, titled: false });
  const lost = { id: "x", text: "trains", grades: new Map([["nowhere", 1]]) };
  const examples = await collectExamples({ ...set, queries: [...set.queries, lost] }, wordEmbedder);
  expect(examples.length).toBeGreaterThan(0);
  expect(examples.length).toBeLessThanOrEqual(set.queries.length);
  for (const { rows, grades } of examples) {
    expect(rows).toHaveLength(grades.length);
    expect(Math.max(...grades)).toBeGreaterThan(0);
  }
});

test("fitWeights() gives a high weight to the discriminating feature, and 0 to a misleading one", () => {
  const right = (luck: number): Example => ({
    rows: [
      [0.9, 0.1, luck],
      [0.2, 0.8, 0.5],
      [0.1, 0.6, 1 - luck],
    ],
    grades: [1, 0, 0],
  });
  const { weights, loss } = fitWeights([[right(0.1), right(0.9)], [right(0.3)]]);
  expect(weights[0]).toBeGreaterThan(5 * weights[2]!);
  expect(weights[1]).toBe(0);
  expect(loss).toBeLessThan(Math.log(3));
});

test("toShares() adds up to 1 with the fixed share", () => {
  const shares = toShares([3, 1, 0, 2, 9]);
  expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 2);
  expect(shares.at(-1)).toBe(0.25);
});

test("parsePairs() leaves out lines that are no pair", () => {
  expect(parsePairs("a\tb\nalone\n\tc\n\n")).toEqual([{ query: "a", passage: "b" }]);
});
