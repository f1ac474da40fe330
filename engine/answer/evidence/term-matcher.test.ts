import { expect, test } from "vitest";
import { createFakeRetriever } from "../../testing/fakes/fake-retriever";
import { createTermMatcher } from "./term-matcher";

const retriever = createFakeRetriever([]);
const term = (name: string, weight: number) => ({ term: name, chunkFrequency: 1, weight });
const question = "what do red foxes eat";
const terms = [term("what", 0), term("red", 1), term("foxe", 6), term("eat", 1)];
const matcher = createTermMatcher(question, terms, retriever);

test("matches() names the terms of the question in a text, whatever their form", () => {
  expect(matcher.matches("The FOXE is red. What?")).toEqual(new Set(["foxe", "red"]));
});

test("coverage() counts rare terms more than common ones and stop words not at all", () => {
  const all = matcher.coverage(new Set(["red", "foxe", "eat"]));
  const rare = matcher.coverage(new Set(["foxe"]));
  const common = matcher.coverage(new Set(["red"]));
  expect(all).toBe(1);
  expect(rare).toBe(0.5);
  expect(common).toBe(0.25);
  expect(matcher.coverage(new Set(["what"]))).toBe(0);
});

test("coverage() of a question of stop words is 0", () => {
  expect(createTermMatcher("what", [term("what", 0)], retriever).coverage(new Set(["what"]))).toBe(0);
});

test("rarest is the term of highest weight that the sources have", () => {
  const absent = { ...term("zebra", 9), chunkFrequency: 0 };
  expect(createTermMatcher(question, [...terms, absent], retriever).rarest).toBe("foxe");
  expect(createTermMatcher("what", [term("what", 0), absent], retriever).rarest).toBeUndefined();
});

test("matchRanges() are the stretches that match", () => {
  expect(matcher.matchRanges("They eat. Red.")).toEqual([
    [5, 8],
    [10, 13],
  ]);
});
