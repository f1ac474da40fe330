import { expect, test } from "vitest";
import type { Answerer } from "../answer/answerer";
import type { Citation } from "../model/answer";
import { answerRates, judgeAnswers } from "./evaluate-answers";

const timings = { embed: 0, search: 0, compose: 0, firstToken: 0, total: 0 };

/** An answerer that cites these documents, each with its quote, for a question. */
function answererOf(cited: Record<string, Record<string, string>>): Answerer {
  return {
    async *answer(question) {
      const citations = Object.entries(cited[question] ?? {}).map(
        ([itemId, quote]) => ({ itemId, quote }) as Citation,
      );
      const found = citations.length > 0;
      yield { type: "done", answer: { question, text: "", citations, found, timings } };
    },
  };
}

test("answerRates() counts answers, citations that are relevant, expected words and refusals", async () => {
  const answerer = answererOf({
    red: { a: "Red it IS", b: "something else" },
    blue: { b: "It is blue" },
    strange: { a: "Anything" },
  });
  const judged = await judgeAnswers(
    [
      { question: "red", gold: ["a"], answer: "it is" },
      { question: "blue", gold: ["a"], answer: "blue" },
      { question: "green", gold: ["a"] },
      { question: "strange", gold: [] },
      { question: "stranger", gold: [] },
    ],
    answerer,
  );
  expect(answerRates(judged)).toEqual({
    answered: 2 / 3,
    cited: 1 / 3,
    relevant: 1 / 3,
    right: 1 / 2,
    refused: 1 / 2,
  });
});
