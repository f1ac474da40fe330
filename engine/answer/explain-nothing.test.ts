import { expect, test } from "vitest";
import { createFakeRetriever } from "../testing/fake-retriever";
import { sampleDocument } from "../testing/samples";
import { explainNothing } from "./explain-nothing";

const document = sampleDocument({ text: "Foxes live here" });
const retriever = createFakeRetriever([{ document, chunk: document.chunks[0]!, score: 1, keywordScore: 1 }]);

test("explainNothing() names the words that occur nowhere", () => {
  expect(explainNothing("What do foxes and quokkas eat?", "in your sources", retriever)).toBe(
    "Nothing in your sources answers this. These words do not occur there: quokkas, eat.",
  );
});

test("explainNothing() names none when every word occurs", () => {
  expect(explainNothing("Where do foxes live?", "on this page", retriever)).toBe(
    "Nothing on this page answers this.",
  );
});

test("explainNothing() cuts a word of ten thousand letters", () => {
  const text = explainNothing("x".repeat(10_000), "in your sources", retriever);
  expect(text).toBe(
    `Nothing in your sources answers this. These words do not occur there: ${"x".repeat(45)}….`,
  );
});
