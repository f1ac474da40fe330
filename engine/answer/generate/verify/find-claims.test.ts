import { expect, test } from "vitest";
import { english } from "../../../language/english/english";
import { findClaims } from "./find-claims";

const read = (answer: string) =>
  findClaims(answer, english).map(({ text: words, citations, start, end }) => [
    words,
    citations,
    answer.slice(start, end),
  ]);

test("a claim is a sentence with the citations in it and after it", () => {
  expect(
    read(
      "The **manager** approves flights [1]. Trains are in second class. [2][3] Ask [1] before you book it.",
    ),
  ).toEqual([
    ["The manager approves flights .", [1], "The **manager** approves flights [1]."],
    ["Trains are in second class.", [2, 3], "Trains are in second class. [2][3]"],
    ["Ask before you book it.", [1], "Ask [1] before you book it."],
  ]);
});

test("headings, code, rules of tables and fragments are no claims", () => {
  expect(
    read(
      "# How the manager approves it\n\n```\nthe code is here [1]\n```\n\n| --- | --- |\nYes, sure.\n\n`a b c d e`",
    ),
  ).toEqual([]);
});

test("each item of a list is a claim", () => {
  expect(
    read("- The first item says something [1]\n- The second item says more [2]").map(([, n]) => n),
  ).toEqual([[1], [2]]);
});
