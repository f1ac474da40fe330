import { expect, test } from "vitest";
import { readWordNet } from "./read-wordnet";

const NOUNS = [
  "  1 This software is provided under a licence.  ",
  "  2   ",
  "00000010 05 n 02 Animal 0 living_thing 1 002 ~ 00000020 n 0000 + 00000030 a 0101 | a creature; one | two  ",
  "00000020 05 n 01 dog 0 001 @ 00000010 n 0000 | barks  ",
].join("\n");
const ADJECTIVES = "00000030 01 s 01 beastly(p) 0 001 & 00000031 a 0000 | like a beast";
const SENSES = "dog%1:05:00:: 00000020 1 42\nbeastly%5:00:00:bad:00 00000030 2 0\n";

const wordNet = readWordNet({ data: { n: NOUNS, v: "", a: ADJECTIVES, r: "" }, senseIndex: SENSES });

test("readWordNet() reads synsets with their pointers", () => {
  expect(wordNet.synsets.get("n00000010")).toEqual({
    id: "n00000010",
    partOfSpeech: "n",
    isSatellite: false,
    domain: 5,
    lemmas: ["animal", "living_thing"],
    pointers: [
      { symbol: "~", synset: "n00000020", from: undefined, to: -1 },
      { symbol: "+", synset: "a00000030", from: "animal", to: 0 },
    ],
  });
  expect(wordNet.synsets.get("a00000030")).toMatchObject({ isSatellite: true, lemmas: ["beastly"] });
});

test("readWordNet() reads senses, those of satellites as of adjectives", () => {
  expect(wordNet.senses.get("dog")).toEqual([{ synset: "n00000020", rank: 1, count: 42 }]);
  expect(wordNet.senses.get("beastly")).toEqual([{ synset: "a00000030", rank: 2, count: 0 }]);
});

test("readWordNet() keeps the licence", () => {
  expect(wordNet.license).toEqual(["This software is provided under a licence."]);
});
