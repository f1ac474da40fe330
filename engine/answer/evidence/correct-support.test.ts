import { expect, test } from "vitest";
import { english } from "../../language/english/english";
import { createFakeRetriever } from "../../testing/fakes/fake-retriever";
import { documentFixture } from "../../testing/fixtures";
import { correctSupport } from "./correct-support";
import { analyseQuestion } from "./question-words";
import type { ScoredStatement } from "./score-statements";

const document = documentFixture({ text: "The mill stands by the river." });
const retriever = createFakeRetriever([{ document, chunk: document.chunks[0]!, score: 1, keywordScore: 1 }]);

/** Whether a statement is about something else, and how surely it has each word of the question. */
function correct(asked: string, text: string, kind: "sentence" | "row" = "sentence") {
  const question = analyseQuestion(asked, { language: english, retriever });
  const has = (word: string) => Number(text.toLowerCase().includes(word.toLowerCase()));
  const support = question.words.map(({ word }) => has(word));
  const candidate = { statement: { kind, start: 0, end: text.length }, text } as ScoredStatement;
  const isOther = correctSupport(question, candidate, {
    language: english,
    support,
    ownSupport: [...support],
  });
  return { isOther, support: Object.fromEntries(question.words.map(({ word }, at) => [word, support[at]])) };
}

test.each([
  ["What does a mooring for 20 m cost?", "A mooring up to 8 m costs 18 EUR."],
  ["What is the code of the gate at Lund?", "The code of the gate at Oslo is on the board."],
  ["Which tariff does not include parking?", "The small tariff does not include towels."],
  ["Who is the tenant of the mill?", "The mill was built in 1890."],
  ["Wer ist der Pächter der Mühle?", "Die Mühle wurde 1890 gebaut."],
])("%j is not answered by what is about something else", (question, text) => {
  expect(correct(question, text).isOther).toBe(true);
});

test.each([
  ["What does a mooring for 20 m cost?", "A mooring up to 25 m costs 18 EUR."],
  ["What is the code of the gate at Lund?", "The code of the gate at Lund is on the board."],
  ["Which tariff does not include parking?", "The small tariff does not include parking."],
  ["Who is the tenant of the mill?", "The tenant of the mill is Ada Holm."],
  ["Who is responsible for the mill?", "Ada Holm looks after the mill."],
])("%j may be answered by what is about the same", (question, text) => {
  expect(correct(question, text).isOther).toBe(false);
});

test("a row with the asked value below a named column needs no verb", () => {
  const row = "Line: K7 · Last bus: 22:10 · Stop: Quay";
  expect(correct("When does the last bus of K7 depart?", row, "row").support.depart).toBe(0.8);
  expect(correct("When was the bus of K7 repaired?", row, "row").support.repaired).toBe(0);
});
