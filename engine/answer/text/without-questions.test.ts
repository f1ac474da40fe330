import { expect, test } from "vitest";
import { statementsOf } from "../testing/statements-of";

const quotes = (text: string) => statementsOf(text).map(({ quote }) => quote);

test.each([
  "Who pays for the new pontoon?",
  "桟橋の費用は誰が払いますか？",
  "من يدفع ثمن الرصيف؟",
  "Ποιος πληρώνει για την προβλήτα;",
  "Ո՞վ է վճարում նավամատույցի համար։",
  "**Who pays for the pontoon?**",
  "- Who pays for the pontoon",
  "- [ ] TODO: find out who pays for the pontoon",
  "- How long does the paint dry",
  "Open question: whether the yard pays",
])("withoutQuestions() leaves out %j", (text) => {
  expect(statementsOf(text)).toEqual([]);
});

test.each([
  "Ask the yard; it pays.",
  "Whoever comes first pays.",
  "When the tank is empty, refill it.",
  "- How to start the engine: turn the key.",
])("withoutQuestions() keeps %j", (text) => {
  expect(quotes(text)).toHaveLength(1);
});

test("withoutQuestions() joins a question with its answer, and not with the next item", () => {
  expect(quotes("Who pays?\n\nThe yard pays for it.")).toEqual(["Who pays?\n\nThe yard pays for it."]);
  expect(quotes("- Who pays for it?\n- The yard opens at nine.\n").slice(1)).toEqual([
    "The yard opens at nine.",
  ]);
});
