import { expect, test } from "vitest";
import { english } from "../../language/english/english";
import { createFakeRetriever } from "../../testing/fakes/fake-retriever";
import { documentFixture } from "../../testing/fixtures";
import { noAnswer } from "./no-answer";

const document = documentFixture({ text: "Foxes live here" });
const retriever = createFakeRetriever([{ document, chunk: document.chunks[0]!, score: 1, keywordScore: 1 }]);
const deps = { language: english, retriever };

test("noAnswer() names the words that occur nowhere", () => {
  expect(noAnswer("What do foxes and quokkas eat?", { ...deps, scopePhrase: "in your sources" })).toBe(
    "Nothing in your sources answers this. These words do not occur there: quokkas, eat.",
  );
});

test("noAnswer() names none when every word occurs", () => {
  expect(noAnswer("Where do foxes live?", { ...deps, scopePhrase: "on this page" })).toBe(
    "Nothing on this page answers this.",
  );
});

test("noAnswer() cuts a word of ten thousand letters", () => {
  const text = noAnswer("x".repeat(10_000), { ...deps, scopePhrase: "in your sources" });
  expect(text).toBe(
    `Nothing in your sources answers this. These words do not occur there: ${"x".repeat(45)}….`,
  );
});
