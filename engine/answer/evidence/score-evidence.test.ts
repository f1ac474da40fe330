import { expect, test } from "vitest";
import type { Passage } from "../../model/passage";
import { createFakeRetriever } from "../../testing/fakes/fake-retriever";
import { documentFixture } from "../../testing/fixtures";
import { MIN_EVIDENCE_FOR_QUOTES, scoreEvidence } from "./score-evidence";
import type { ScoredStatement } from "./score-statements";
import { createTermMatcher } from "./term-matcher";

const question = "red foxes eat apples";
const retriever = createFakeRetriever([]);
const matcher = createTermMatcher(question, retriever.terms(question), retriever);

function passage(text: string, fields: { vectorScore?: number; title?: string } = {}): Passage {
  const { title = "", ...scores } = fields;
  const document = documentFixture({ text, title });
  return { document, chunk: document.chunks[0]!, score: 1, keywordScore: 1, ...scores };
}

function sentence(of: Passage, similarity: number): ScoredStatement {
  const unit = { kind: "sentence", start: 0, end: 1 } as const;
  return {
    passage: of,
    statement: unit,
    siblings: [unit],
    text: "",
    terms: new Set(),
    coverage: 0,
    similarity,
    score: similarity,
  };
}
const isSufficient = (passages: readonly Passage[], candidates: readonly ScoredStatement[] = []) =>
  scoreEvidence(passages, candidates, matcher) >= MIN_EVIDENCE_FOR_QUOTES;

test("scoreEvidence() accepts a passage with every term of the question that is a little similar", () => {
  expect(isSufficient([passage("Red foxes eat apples", { vectorScore: 0.25 })])).toBe(true);
});

test("scoreEvidence() counts the title of the document", () => {
  const titled = passage("They eat apples", { title: "Red foxes", vectorScore: 0.25 });
  expect(isSufficient([titled])).toBe(true);
  expect(isSufficient([{ ...titled, document: { ...titled.document, title: "" } }])).toBe(false);
});

test("scoreEvidence() accepts similarity of passage and sentence in place of words", () => {
  const similar = passage("They eat them", { vectorScore: 0.6 });
  expect(isSufficient([similar], [sentence(similar, 0.7)])).toBe(true);
  expect(isSufficient([similar], [sentence(similar, 0.2)])).toBe(false);
});

test("scoreEvidence() looks at the best five passages and their sentences only", () => {
  const others = Array.from({ length: 5 }, () => passage("They eat them"));
  const sixth = passage("Red foxes eat apples", { vectorScore: 0.9 });
  expect(isSufficient([...others, sixth], [sentence(sixth, 0.9)])).toBe(false);
});

test("scoreEvidence() is lower where the best passage has almost no lead", () => {
  const best = passage("Red foxes eat apples", { vectorScore: 0.25 });
  const others = (score: number) => Array.from({ length: 9 }, () => ({ ...passage("They eat them"), score }));
  expect(isSufficient([best, ...others(0.5)])).toBe(true);
  expect(isSufficient([best, ...others(0.99)])).toBe(false);
});

test("scoreEvidence() is higher for a longer question with the same coverage", () => {
  const long = "red foxes eat apples beside frozen rivers under tall pines";
  const evidence = (asked: string, text: string) =>
    scoreEvidence([passage(text)], [], createTermMatcher(asked, retriever.terms(asked), retriever));
  expect(evidence(long, long)).toBeGreaterThan(evidence("foxes", "foxes"));
});
