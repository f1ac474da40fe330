import { expect, test } from "vitest";
import { createRelatedWords } from "./create-related-words";
import type { WordGraph } from "./word-graph";
import { type ConceptDraft, formatWordGraph, parseWordGraph } from "./word-graph-file";

/** A tree of nouns: each has the two after its double below it. */
function createTree(size: number, reach: number): { graph: WordGraph; reads: () => number } {
  const concepts = Array.from(
    { length: size },
    (_, at): ConceptDraft => ({
      partOfSpeech: "n",
      reach,
      members: [{ lemma: at, share: 9 }],
      above: at === 0 ? [] : [Math.floor((at - 1) / 2)],
      derivations: [],
      attributes: [],
      akin: [],
    }),
  );
  const lemmas = concepts.map((_, at) => `w${at}`);
  const graph = parseWordGraph(formatWordGraph({ lemmas, concepts, opposites: [] }));
  let reads = 0;
  const counted = {
    ...graph,
    get members() {
      reads++;
      return graph.members;
    },
  };
  return { graph: counted, reads: () => reads };
}

test("support() walks the graph once for each word of a question", () => {
  const { graph, reads } = createTree(1000, 3);
  const { support } = createRelatedWords(graph, []);
  support("w0", "w5");
  const first = reads();
  expect(first).toBeLessThan(30);
  for (let at = 0; at < 1000; at++) support("w0", `w${at}`);
  expect(reads()).toBe(first);
});

test("support() ends where a concept's reach ends, and above it one level up", () => {
  const { support } = createRelatedWords(createTree(100, 2).graph, []);
  expect(support("w0", "w1")).toBeCloseTo(0.7);
  expect(support("w0", "w3")).toBeLessThan(0.7);
  expect(support("w0", "w7")).toBe(0);
  expect(support("w3", "w1")).toBeCloseTo(0.35);
  expect(support("w3", "w0")).toBe(0);
  expect(support("w3", "w4")).toBe(0);
});

test("support() leaves out levels with too many words", () => {
  const { graph, reads } = createTree(16_000, 7);
  const { relatedTo } = createRelatedWords({ ...graph, reaches: graph.reaches.fill(20) }, []);
  expect(relatedTo("w0").size).toBe(1022);
  expect(reads()).toBeLessThan(2100);
});

test("phrases stand for the words that they support, and not the other way round", () => {
  const phrases = [{ phrase: "keep an eye", supports: ["w1"] }];
  const { relatedTo, supportIn } = createRelatedWords(createTree(3, 0).graph, phrases);
  expect(relatedTo("w1").get("keep an eye")).toBe(0.75);
  expect(supportIn("w1", ["to", "keep", "an", "eye", "on"])).toBe(0.75);
  expect(supportIn("w1", ["an", "eye", "to", "keep"])).toBe(0);
});
