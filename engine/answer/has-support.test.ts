import { expect, test } from "vitest";
import type { Passage } from "../model/passage";
import { createFakeRetriever } from "../testing/fake-retriever";
import { sampleDocument } from "../testing/samples";
import { hasSupport } from "./has-support";
import type { Candidate } from "./score-units";
import { createTermMatcher } from "./term-matcher";

const question = "red foxes eat apples";
const retriever = createFakeRetriever([]);
const matcher = createTermMatcher(question, retriever.terms(question), retriever);

function passage(text: string, fields: { vectorScore?: number; title?: string } = {}): Passage {
  const { title = "", ...scores } = fields;
  const document = sampleDocument({ text, title });
  return { document, chunk: document.chunks[0]!, score: 1, keywordScore: 1, ...scores };
}

function sentence(of: Passage, similarity: number): Candidate {
  const unit = { kind: "sentence", start: 0, end: 1 } as const;
  return {
    passage: of,
    unit,
    siblings: [unit],
    words: "",
    terms: new Set(),
    coverage: 0,
    similarity,
    score: similarity,
  };
}
const supports = (passages: readonly Passage[], candidates: readonly Candidate[] = []) =>
  hasSupport(passages, candidates, matcher);

test("hasSupport() accepts a passage with every term of the question that is a little similar", () => {
  expect(supports([passage("Red foxes eat apples", { vectorScore: 0.1 })])).toBe(true);
});

test("hasSupport() counts the title of the document", () => {
  const titled = passage("They eat apples", { title: "Red foxes", vectorScore: 0.1 });
  expect(supports([titled])).toBe(true);
  expect(supports([{ ...titled, document: { ...titled.document, title: "" } }])).toBe(false);
});

test("hasSupport() accepts similarity of passage and sentence in place of words", () => {
  const similar = passage("They eat them", { vectorScore: 0.6 });
  expect(supports([similar], [sentence(similar, 0.7)])).toBe(true);
  expect(supports([similar], [sentence(similar, 0.2)])).toBe(false);
});

test("hasSupport() looks at the best five passages and their sentences only", () => {
  const others = Array.from({ length: 5 }, () => passage("They eat them"));
  const sixth = passage("Red foxes eat apples", { vectorScore: 0.9 });
  expect(supports([...others, sixth], [sentence(sixth, 0.9)])).toBe(false);
});
