import { describe, expect, test } from "vitest";
import { english } from "../../../language/english/english";
import type { Passage } from "../../../model/passage";
import { createFakeRetriever } from "../../../testing/fakes/fake-retriever";
import { wordEmbedder } from "../../../testing/fakes/word-embedder";
import { passage } from "../../testing/create-answer-fixture";
import { verifyClaims } from "./verify-claims";

const TRAVEL = passage(
  1,
  "Flights need approval by Anna Keller. The budget is 7,000 euros a year since 3 May 2024, and approval takes three days. Trains leave from Berlin.",
);
const TEAM = passage(2, "Ben Okafor leads the Finance team in Lyon. He answers within 12 hours.");

async function unsupportedIn(answer: string, passages: readonly Passage[] = [TRAVEL, TEAM]) {
  const cited = new Map(passages.map((one, at) => [at + 1, one]));
  const { unsupported, isFullyUnsupported } = await verifyClaims(answer, cited, {
    language: english,
    retriever: createFakeRetriever(passages),
    embedder: wordEmbedder,
    sourceLabel: () => "Notebook",
  });
  return { marked: unsupported.map(([start, end]) => answer.slice(start, end)), isFullyUnsupported };
}

describe("verifyClaims() supports", () => {
  test.each([
    ["a table", "| Approver | Budget |\n| --- | --- |\n| Anna Keller [1] | 7,000 euros [1] |"],
    ["a table without outer bars", "Approver | Budget\n--- | ---\nAnna Keller [1] | 7000 euros"],
    ["items", "- Anna Keller [1]\n- Ben Okafor, who leads the Finance team [2]"],
    ["labelled values", "**Approver:** Anna Keller [1]\n**Budget:** 7.000 euros [1]\nCity: Berlin [1]"],
    ["numbers in another form", "Approval takes 3 days [1], and the budget is 7000 euros a year [1]."],
    ["a date in another form", "The budget is 7,000 euros a year since 2024-05-03 [1]."],
    ["a date in words", "The budget is 7,000 euros a year since May 3, 2024 [1]."],
    ["the date of a document", "Flights need approval by Anna Keller, as of 19 November 2026 [1]."],
    [
      "facts of several passages",
      "Anna Keller gives approval for flights and Ben Okafor leads Finance [1][2].",
    ],
    ["another form of a name", "Flights need approval by Keller's team, and trains leave from Berlin [1]."],
    ["the name of a source", "The Notebook says that flights need approval by Anna Keller [1]."],
    ["numbers of a list", "1. Flights need approval by Anna Keller [1].\n2. Trains leave from Berlin [1]."],
    ["judgements", "| Approval | Needed |\n| --- | --- |\n| Flights | Yes [1] |"],
    [
      "a language that writes nouns with capitals",
      "Die Genehmigung by Anna Keller ist für Flights need approval und das Budget [1].",
    ],
  ])("%s", async (_what, answer) => {
    expect(await unsupportedIn(answer)).toEqual({ marked: [], isFullyUnsupported: false });
  });
});

describe("verifyClaims() marks", () => {
  const ROW = "| Bob Smith [1] | 7,000 euros [1] |";
  test.each([
    ["a row with a name", `| Approver | Budget |\n| --- | --- |\n${ROW}`, [ROW]],
    [
      "a row with an amount",
      "| Approver | Budget |\n|---|---|\n| Anna Keller | 9,000 |\n\nIt takes three days [1].",
      ["| Anna Keller | 9,000 |"],
    ],
    [
      "one row of several",
      "| Approver | City |\n|---|---|\n| Anna Keller [1] | Berlin |\n| Ben Okafor [2] | Madrid |",
      ["| Ben Okafor [2] | Madrid |"],
    ],
    ["an item", "- Anna Keller [1]\n- Bob Smith [1]", ["Bob Smith [1]"]],
    ["a labelled name", "Approver: Bob [1]\nCity: Berlin [1]", ["Approver: Bob [1]"]],
    [
      "a labelled amount",
      "**Budget:** 9,000 euros [1]\n\nFlights need approval by Anna Keller [1].",
      ["**Budget:** 9,000 euros [1]"],
    ],
    [
      "a number of one digit",
      "Flights need approval, which takes 4 days [1]. Trains leave from Berlin [1].",
      ["Flights need approval, which takes 4 days [1]."],
    ],
    [
      "a number in words",
      "Approval takes four days [1]. Trains leave from Berlin [1].",
      ["Approval takes four days [1]."],
    ],
    [
      "a date",
      "The budget is 7,000 euros a year since 3 June 2024 [1]. Trains leave from Berlin [1].",
      ["The budget is 7,000 euros a year since 3 June 2024 [1]."],
    ],
    [
      "a name in a sentence",
      "Flights need approval by Bob Smith [1]. Trains leave from Berlin [1].",
      ["Flights need approval by Bob Smith [1]."],
    ],
    [
      "a name of another passage",
      "Flights need approval by Ben Okafor [1]. Trains leave from Berlin [1].",
      ["Flights need approval by Ben Okafor [1]."],
    ],
    [
      "an identifier",
      "Flights need approval under ACME-42 [1]. Trains leave from Berlin [1].",
      ["Flights need approval under ACME-42 [1]."],
    ],
    ["a short sentence", "Yes, 9,000. Trains leave from Berlin [1].", ["Yes, 9,000."]],
  ])("%s", async (_what, answer, expected) => {
    expect((await unsupportedIn(answer)).marked).toEqual(expected);
  });
});

test("verifyClaims() discards an answer for its numbers, not for its names alone", async () => {
  const name = await unsupportedIn("Flights need approval by Bob Smith [1].");
  expect(name).toMatchObject({ marked: [expect.any(String)], isFullyUnsupported: false });
  expect((await unsupportedIn("Approval of flights takes 9 days [1].")).isFullyUnsupported).toBe(true);
});
