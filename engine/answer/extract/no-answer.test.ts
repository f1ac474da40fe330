import { expect, test } from "vitest";
import { english } from "../../language/english/english";
import { createFakeRetriever } from "../../testing/fakes/fake-retriever";
import { documentFixture } from "../../testing/fixtures";
import { analyseQuestion } from "../evidence/question-words";
import { type NoAnswerDeps, noAnswer } from "./no-answer";

const document = documentFixture({ text: "Foxes live here" });
const retriever = createFakeRetriever([{ document, chunk: document.chunks[0]!, score: 1, keywordScore: 1 }]);
const deps = { language: english, retriever, hasClosest: false };

function sentence(question: string, options: Partial<NoAnswerDeps> = {}): string {
  const asked = analyseQuestion(question, { language: english, retriever });
  return noAnswer(asked, { ...deps, scopePhrase: "in your sources", ...options });
}

test("noAnswer() names the words that carry the question and occur nowhere", () => {
  expect(sentence("Please tell me what foxes and quokkas devour?")).toBe(
    "Nothing in your sources answers this. These words do not occur there: quokkas, devour.",
  );
});

test("noAnswer() names none when every word occurs", () => {
  expect(sentence("Where do foxes live?", { scopePhrase: "on this page" })).toBe(
    "Nothing on this page answers this.",
  );
});

test("noAnswer() says that passages which come near are no answer", () => {
  expect(sentence("Where do foxes live?", { hasClosest: true })).toBe(
    "Nothing in your sources answers this directly.",
  );
});

test("noAnswer() cuts a word of ten thousand letters", () => {
  expect(sentence("x".repeat(10_000))).toBe(
    `Nothing in your sources answers this. These words do not occur there: ${"x".repeat(45)}….`,
  );
});
