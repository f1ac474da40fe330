import { expect, test } from "vitest";
import type { Answer } from "../../../engine/model/answer";
import { citationFixture } from "../../../engine/testing/fixtures";
import { formatAnswer, toAnswerJson } from "./format-answer";

const citation = citationFixture({ title: "Fees", quote: "A berth is\n18 euros." });
const ANSWER: Answer = {
  question: "What does a berth for a barge cost?",
  text: "Nothing in your sources answers this directly.",
  citations: [],
  closest: [citation],
  found: false,
  timings: { embed: 0, search: 0, compose: 0, firstToken: 0, total: 12.4 },
};

test("toAnswerJson() keeps what is closest apart from what is cited", () => {
  expect(toAnswerJson(ANSWER)).toMatchObject({
    found: false,
    citations: [],
    closest: [{ title: "Fees", url: citation.url, quote: "A berth is\n18 euros." }],
    conflicts: [],
  });
});

test("toAnswerJson() tells conflicts", () => {
  const conflicts = [{ newer: 2, older: 1, text: "A says 18, B says 20" }];
  expect(toAnswerJson({ ...ANSWER, found: true, conflicts }).conflicts).toEqual(conflicts);
});

test("formatAnswer() lists what is closest below the answer, its words on one line", () => {
  expect(formatAnswer(ANSWER)).toContain("Closest: Fees");
  expect(formatAnswer(ANSWER)).toContain("A berth is 18 euros.");
});
