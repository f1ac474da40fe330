import { expect, test } from "vitest";
import { baseFormsOf } from "./base-forms-of";
import type { PartOfSpeech } from "./word-graph";

const LEMMAS = new Set(
  "leave leaf left stop bite child close closed glass bus number numb fill run big early city good go lie fee feed new news agree".split(
    " ",
  ),
);
const ADJECTIVES = new Set(["big", "early", "good", "new"]);
const isLemma = (word: string, parts: readonly PartOfSpeech[]) =>
  LEMMAS.has(word) && (parts.includes("a") || !ADJECTIVES.has(word));
const basesOf = (word: string) => baseFormsOf(word, isLemma).map(({ base }) => base);

test.each([
  ["leaves", ["leaf", "leave"]],
  ["left", ["left", "leave"]],
  ["stopped", ["stop"]],
  ["bitten", ["bite"]],
  ["children", ["child"]],
  ["closed", ["closed", "close"]],
  ["filled", ["fill"]],
  ["running", ["run"]],
  ["bigger", ["big"]],
  ["earliest", ["early"]],
  ["cities", ["city"]],
  ["best", ["good"]],
  ["lying", ["lie"]],
  ["buses", ["bus"]],
])("baseFormsOf(%s) is %s", (word, bases) => {
  expect(basesOf(word).sort()).toEqual([...bases].sort());
});

test("baseFormsOf() detaches nothing that belongs to the word", () => {
  expect(basesOf("glass")).toEqual(["glass"]);
  expect(basesOf("bus")).toEqual(["bus"]);
  expect(basesOf("number")).toEqual(["number"]);
  expect(basesOf("feed")).toEqual(["feed"]);
  expect(basesOf("agreed")).toEqual(["agree"]);
  expect(basesOf("news")).toEqual(["news"]);
  expect(basesOf("unknown")).toEqual([]);
});

test("baseFormsOf() tells what the word can be", () => {
  const [own, verb] = baseFormsOf("closed", isLemma);
  expect(own).toEqual({ base: "closed", parts: ["n", "v", "a", "r"] });
  expect(verb).toEqual({ base: "close", parts: ["v"] });
});
