import { describe, expect, test } from "vitest";
import { english } from "../../language/english/english";
import { createFakeRetriever } from "../../testing/fakes/fake-retriever";
import { documentFixture } from "../../testing/fixtures";
import { analyseQuestion } from "./question-words";

const document = documentFixture({
  text: "The ferry leaves the north pier at noon. Tickets are sold on board.",
});
const retriever = createFakeRetriever([{ document, chunk: document.chunks[0]!, score: 1, keywordScore: 1 }]);

function analyse(question: string) {
  return analyseQuestion(question, { language: english, retriever });
}

const wordsOf = (question: string) => analyse(question).words.map(({ word }) => word);

describe("analyseQuestion()", () => {
  test("keeps the words that say what is asked, and no fillers of requests", () => {
    expect(wordsOf("Could you please tell me how long the ferry takes?")).toEqual(["ferry"]);
    expect(wordsOf("How many tickets may I get?")).toEqual(["tickets"]);
  });

  test("reads fillers as those of the question's language", () => {
    expect(wordsOf("Wie lange gilt die Fahrkarte?")).toEqual(["gilt", "Fahrkarte"]);
    expect(wordsOf("Who may die of hunger?")).toContain("die");
  });

  test("keeps what little there is when a question has fillers only", () => {
    expect(analyse("How long is it kept?").words.length).toBeGreaterThan(0);
  });

  test("weighs a rare word more than a common one, and the verb less than what it is about", () => {
    const weights = new Map(
      analyse("Who repaints the lighthouse?").words.map(({ word, weight }) => [word, weight]),
    );
    expect(weights.get("lighthouse")!).toBeGreaterThan(weights.get("repaints")!);
  });

  test("knows words that a value of the asked type stands for", () => {
    const { words, answerType } = analyse("How much does a ticket cost?");
    expect(answerType).toBe("money");
    expect(words.find(({ word }) => word === "cost")?.isImplied).toBe(true);
    expect(words.find(({ word }) => word === "ticket")?.isImplied).toBe(false);
  });

  test("reads a date, an amount or a number as one word, however it is written", () => {
    expect(wordsOf("What ends on 31 March 2027?")).toEqual(["ends", "31 March 2027"]);
    expect(wordsOf("Which ferry costs $1,299?")).toEqual(["ferry", "costs", "$1,299"]);
    expect(wordsOf("Whose number is +49 30 5550 1234?")).toEqual(["number", "+49 30 5550 1234"]);
  });

  test("asks for no amount and no number where the question names it", () => {
    expect(analyse("What costs $1,299?").answerType).toBeUndefined();
    expect(analyse("What costs more than the ferry?").answerType).toBe("money");
    expect(analyse("When is the meeting of 3 May 2026?").answerType).toBe("time");
  });

  test("knows what a question counts or chooses from, and whether it excludes", () => {
    expect(analyse("How many lighthouses are repainted?").words.find(({ isHead }) => isHead)?.word).toBe(
      "lighthouses",
    );
    expect(analyse("Which ferry does not carry bicycles?").isNegated).toBe(true);
    expect(analyse("Which ferry carries bicycles?").isNegated).toBe(false);
  });
});
