import { expect, test } from "vitest";
import { english } from "../../language/english/english";
import { documentFixture } from "../../testing/fixtures";
import type { ScoredStatement } from "../evidence/score-statements";
import type { Statement } from "../text/statement";
import { selectQuotes } from "./select-quotes";

interface Fields {
  readonly score: number;
  readonly terms?: readonly string[];
  readonly coverage?: number;
  readonly documentId?: number;
  readonly kind?: Statement["kind"];
}

function candidate(words: string, fields: Fields): ScoredStatement {
  const { score, terms = ["red", words], coverage = 0.5, documentId = 1, kind = "sentence" } = fields;
  const before = "Apart. ".repeat(words.length);
  const document = documentFixture({ documentId, text: before + words });
  const statement = { kind, start: before.length, end: before.length + words.length };
  const passage = { document, chunk: document.chunks[0]!, score: 1, keywordScore: 1 };
  return {
    passage,
    statement,
    siblings: [statement],
    text: words,
    terms: new Set(terms),
    coverage,
    similarity: 0,
    score,
  };
}

function select(...candidates: readonly ScoredStatement[]): readonly string[] {
  return selectQuotes(candidates, english).map(({ passage, start, end }) =>
    passage.document.text.slice(start, end),
  );
}

const best = candidate("Best one.", { score: 1 });

test("selectQuotes() adds what has a new term of the question, not what scores far below the best", () => {
  const near = candidate("Another is near.", { score: 0.8 });
  const far = candidate("This is far away.", { score: 0.79 });
  expect(select(best, near, far)).toEqual(["Best one.", "Another is near."]);
});

test("selectQuotes() adds neither a lead-in alone nor an excerpt", () => {
  expect(select(best, candidate("It goes like this:", { score: 1 }))).toEqual(["Best one."]);
  expect(select(best, candidate("Some row", { score: 1, kind: "excerpt" }))).toEqual(["Best one."]);
  expect(select(candidate("It goes like this:", { score: 1 }))).toEqual(["It goes like this:"]);
});

test("selectQuotes() needs a better score and two words of the question in another document", () => {
  const other = (score: number, terms: readonly string[]) =>
    select(best, candidate("Elsewhere.", { score, terms, documentId: 2 }));
  expect(other(0.9, ["blue", "green"])).toEqual(["Best one.", "Elsewhere."]);
  expect(other(0.84, ["blue", "green"])).toEqual(["Best one."]);
  expect(other(0.9, ["blue"])).toEqual(["Best one."]);
});

test("selectQuotes() takes two rows for the same only when they are so word for word", () => {
  const row = (words: string, documentId = 1) => {
    const found = candidate(words, { score: 1, kind: "row", documentId });
    return { ...found, statement: { ...found.statement, words, markdown: words } };
  };
  const [small, large] = [row("Berth: 1 · Fee: 5 · Deposit: 9"), row("Berth: 2 · Fee: 5 · Deposit: 9", 2)];
  expect(select(small, large)).toEqual([small.text, large.text]);
  expect(select(small, row(small.text, 2))).toEqual([small.text]);
});

test("selectQuotes() selects the best statement alone when it has almost nothing of the question", () => {
  const weak = candidate("Weak one.", { score: 1, coverage: 0.2 });
  expect(select(weak, candidate("Another is near.", { score: 1 }))).toEqual(["Weak one."]);
});
