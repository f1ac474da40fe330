import type { Citation } from "../../model/answer";
import type { Document } from "../../model/document";
import { pageAt } from "../../util/page-at";
import type { Quote } from "../extract/to-quote";
import { citationUrl } from "./citation-url";
import { citedPassage } from "./cited-passage";

export interface CitationDeps {
  /** Label of a source for the person, e.g. "Bookmarks". */
  readonly sourceLabel: (sourceId: string) => string;
  /** Atlas's own page for documents without a web address. */
  readonly readerUrl: string;
}

/** The numbered citation of a quote, with the passage around it. */
export function toCitation(quote: Quote, n: number, { sourceLabel, readerUrl }: CitationDeps): Citation {
  const { passage, start, end } = quote;
  const { document } = passage;
  const page = document.pages?.length ? pageAt(document.pages, start) : undefined;
  const paged = page === undefined ? {} : { page };
  const author = quote.isQuotedReply ? quote.quotedAuthor : authorAt(document, start);
  return {
    n,
    title: document.title || document.url || document.itemId,
    url: citationUrl({ document, start, end, ...paged }, readerUrl),
    quote: document.text.slice(start, end),
    source: sourceLabel(document.sourceId),
    ...(author !== undefined && { author }),
    updatedAt: new Date(document.updatedAt).toISOString(),
    sourceId: document.sourceId,
    itemId: document.itemId,
    start,
    end,
    ...paged,
    ...(document.container && { container: document.container }),
    passage: citedPassage(passage, [start, end]),
  };
}

/** A message of a thread has its own author. */
function authorAt({ author, parts = [] }: Document, offset: number): string | undefined {
  return parts.find(({ start, end }) => offset >= start && offset < end)?.author ?? author;
}
