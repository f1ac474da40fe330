import { describe, expect, test } from "vitest";
import { parseChoice } from "./parse-choice";
import { parseStatus, parseStatusOfName, withoutVersion } from "./parse-status";

describe("parseStatus()", () => {
  test.each([
    ["Valid from 1 September 2026.", { validFrom: Date.UTC(2026, 8, 1) }],
    ["In force since May 2026", { validFrom: Date.UTC(2026, 4, 1) }],
    ["Valid until 31 December 2025.", { validUntil: Date.UTC(2026, 0, 1) }],
    ["Gilt ab 1. Januar 2025.", { validFrom: Date.UTC(2025, 0, 1) }],
    ["Valable à partir du 1er mars 2026.", { validFrom: Date.UTC(2026, 2, 1) }],
    ["Replaces the policy of 2024.", { replaces: { years: [2024], versions: [] } }],
    ["Supersedes version 2.1.", { replaces: { years: [], versions: ["2.1"] } }],
    ["Ersetzt die Ordnung von 2023.", { replaces: { years: [2023], versions: [] } }],
    ["This policy was replaced on 1 March 2026.", { isSuperseded: true, supersededOn: Date.UTC(2026, 2, 1) }],
    ["**Deprecated.** Use the other list.", { isSuperseded: true }],
    ["> Outdated since the move", { isSuperseded: true }],
    ["This page is no longer valid.", { isSuperseded: true }],
    ["Status: draft", { isDraft: true }],
    ["This is only a proposal.", { isDraft: true }],
  ])("%s", (text, status) => {
    expect(parseStatus(text, "document")).toMatchObject(status);
  });

  test.each([
    "The filter is replaced by the technician every year.",
    "The course runs from 3 May 2026 to 9 May 2026.",
    "Write the draft of the letter first.",
    "Old mail is archived after a year.",
  ])("%s says nothing of its document", (text) => {
    expect(parseStatus(text, "document")).toEqual({ isSuperseded: false, isDraft: false, isCopy: false });
  });
});

describe("parseStatusOfName()", () => {
  test.each([
    ["travel-policy-2024.md", { year: 2024 }],
    ["Price list v2.1", { version: "2.1" }],
    ["rules (old)", { isSuperseded: true }],
    ["/archive/", { isSuperseded: true }],
    ["/old/", { isSuperseded: true }],
    ["fees-proposal.md", { isDraft: true }],
    ["Copy of fees", { isCopy: true }],
    ["Old town walk", { isSuperseded: false }],
  ])("%s", (name, status) => {
    expect(parseStatusOfName(name)).toMatchObject(status);
  });

  test("withoutVersion() leaves the subject of a name", () => {
    expect(
      withoutVersion("travel-policy-2024 (old) v2.md")
        .replace(/[^a-z]+/g, " ")
        .trim(),
    ).toBe("travel");
  });
});

describe("parseChoice()", () => {
  const year = (number: number) => Date.UTC(number, 0, 1);

  test.each([
    ["What was the limit in 2024?", { period: { after: year(2024), before: year(2025) } }],
    ["What does the 2024 policy say?", { period: { after: year(2024), before: year(2025) } }],
    ["What is the limit since 2026?", { period: { after: year(2026) } }],
    ["What was the limit before 2026?", { period: { before: year(2026) } }],
    ["How many users does v2 allow?", { version: "2" }],
    ["What is the current limit?", { preferred: "current" }],
    ["What is the limit now?", { preferred: "current" }],
    ["What does the new price list say?", { preferred: "current" }],
    ["What was the previous limit?", { preferred: "earlier" }],
    ["What does the old policy say?", { preferred: "earlier" }],
  ])("%s", (question, choice) => {
    expect(parseChoice(question)).toMatchObject(choice);
  });

  test.each(["What does the new pontoon cost?", "Who lives in the old town?"])(
    "%s chooses none",
    (question) => {
      expect(parseChoice(question)).toEqual({ words: { age: [], version: [] } });
    },
  );
});
