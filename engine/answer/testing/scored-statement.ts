import type { Document } from "../../model/document";
import { documentFixture } from "../../testing/fixtures";
import type { ScoredStatement } from "../evidence/score-statements";

/** A statement that is all of its document, or of the words of it that are given; `fields` are those of the document. */
export function scoredStatement(
  text: string,
  fields: Partial<Document> = {},
  { score = 1 }: { readonly score?: number } = {},
): ScoredStatement {
  const document = documentFixture({ text, format: "markdown", ...fields });
  const start = Math.max(0, document.text.indexOf(text));
  const statement = { kind: "sentence", start, end: start + text.length } as const;
  const chunk = { ordinal: 0, start: 0, end: document.text.length, headings: [] };
  return {
    passage: { document, chunk, score: 1, keywordScore: 1 },
    statement,
    siblings: [statement],
    text: text.replaceAll("*", ""),
    terms: new Set(),
    coverage: 1,
    similarity: 1,
    score,
  };
}
