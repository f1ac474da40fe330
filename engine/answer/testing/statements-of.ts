import { english } from "../../language/english/english";
import type { Document } from "../../model/document";
import { documentFixture } from "../../testing/fixtures";
import { splitPassage } from "../text/split-passage";
import type { Statement } from "../text/statement";

export interface QuotedStatement extends Statement {
  /** Cut from the document's text. */
  readonly quote: string;
}

/** The statements of the stretch of a document from `from` to `to`, with their quotes. */
export function statementsOf(
  text: string,
  {
    from = 0,
    to = text.length,
    ...fields
  }: Partial<Document> & { readonly from?: number; readonly to?: number } = {},
): readonly QuotedStatement[] {
  const document = documentFixture({ text, format: "markdown", ...fields });
  const chunk = { ordinal: 0, start: from, end: to, headings: [] };
  return splitPassage({ document, chunk, score: 1, keywordScore: 1 }, english).map((statement) => ({
    ...statement,
    quote: text.slice(statement.start, statement.end),
  }));
}
