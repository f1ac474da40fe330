import { expect, test } from "vitest";
import { createRelatedWords } from "../../language/english/related-words/create-related-words";
import { formatWordGraph, parseWordGraph } from "../../language/english/related-words/word-graph-file";
import { buildWordGraph } from "./build-word-graph";
import { findOpposites } from "./find-opposites";
import { measureGenerality } from "./measure-generality";
import { orderConcepts } from "./order-concepts";
import { readWordNet } from "./read-wordnet";

/** `domain type lemmas pointers`; the numbers of the lines are the places. */
const data = (lines: readonly string[]) =>
  lines
    .map((line) => {
      const [place, domain, type, lemmas = "", pointers = ""] = line.split("/");
      const words = lemmas.split(" ");
      const targets = pointers ? pointers.split(";") : [];
      return [
        `${place} ${domain} ${type} ${words.length.toString(16).padStart(2, "0")}`,
        ...words.map((word) => `${word} 0`),
        `${targets.length.toString().padStart(3, "0")}`,
        ...targets,
        "| gloss",
      ].join(" ");
    })
    .join("\n");

const wordNet = readWordNet({
  data: {
    n: data([
      "00000001/03/n/entity",
      "00000002/03/n/animal/@ 00000001 n 0000",
      "00000003/05/n/placental_mammal/@ 00000002 n 0000",
      "00000004/05/n/dog hound/@ 00000003 n 0000",
      "00000005/05/n/cat/@ 00000003 n 0000",
      "00000006/18/n/owner/+ 00000001 v 0101",
      "00000007/18/n/Rex/@i 00000004 n 0000",
    ]),
    v: data(["00000001/40/v/own have/+ 00000006 n 0101"]),
    a: data([
      "00000001/00/a/big/& 00000002 a 0000;! 00000003 a 0101",
      "00000002/00/s/huge small/& 00000001 a 0000",
      "00000003/00/a/small/! 00000001 a 0101",
    ]),
    r: "",
  },
  senseIndex: [
    "entity%1 00000001 1 1",
    "animal%1 00000002 1 9",
    "placental_mammal%1 00000003 1 1",
    "dog%1 00000004 1 42",
    "hound%1 00000004 1 2",
    "cat%1 00000005 1 9",
    "owner%1 00000006 1 9",
    "rex%1 00000007 1 1",
    "own%2 00000001 1 9",
    "have%2 00000001 1 9",
    "big%3 00000001 1 9",
    "huge%5 00000002 1 9",
    "small%5 00000002 2 5",
    "small%3 00000003 1 5",
  ].join("\n"),
});
const lemmas = [...wordNet.senses.keys()].filter((lemma) => !lemma.includes("_")).sort();
const draft = buildWordGraph(lemmas, { wordNet, generality: measureGenerality(wordNet) });
const opposites = findOpposites(draft, wordNet);
const { support } = createRelatedWords(parseWordGraph(formatWordGraph({ ...draft, opposites })), []);

test("buildWordGraph() relates words across concepts that have no covered lemma", () => {
  expect(support("animal", "dog")).toBeCloseTo(0.7);
  expect(support("dog", "animal")).toBeCloseTo(0.35);
  expect(support("dog", "hound")).toBeCloseTo(0.85);
  expect(support("dog", "cat")).toBe(0);
});

test("buildWordGraph() relates nothing to what is too general", () => {
  expect(support("entity", "animal")).toBe(0);
  expect(support("animal", "entity")).toBe(0);
});

test("buildWordGraph() keeps derivations with the lemma that they start from", () => {
  expect(support("own", "owner")).toBeCloseTo(0.8);
  expect(support("owner", "own")).toBeCloseTo(0.8);
  expect(support("have", "owner")).toBe(0);
});

test("buildWordGraph() leaves out names that are not of places", () => {
  expect(draft.lemmas).not.toContain("rex");
});

test("buildWordGraph() relates a cluster of adjectives to its head, opposites never", () => {
  expect(support("big", "huge")).toBeGreaterThan(0.5);
  expect(support("big", "small")).toBe(0);
  expect(opposites.map((pair) => pair.map((lemma) => draft.lemmas[lemma]).sort())).toContainEqual([
    "big",
    "small",
  ]);
});

test("orderConcepts() puts every concept after those above it, circles too", () => {
  const above = new Map([
    ["dog", new Set(["pet", "mammal"])],
    ["pet", new Set(["animal"])],
    ["mammal", new Set(["animal"])],
    ["animal", new Set<string>()],
    ["one", new Set(["other"])],
    ["other", new Set(["one"])],
  ]);
  const order = orderConcepts(above);
  expect(order.slice(0, 4)).toEqual(["animal", "pet", "mammal", "dog"]);
  expect(order).toHaveLength(6);
});
