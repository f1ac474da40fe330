import type { Citation } from "../model/answer";
import type { Document } from "../model/document";
import { citationUrl } from "./citation-url";
import type { Claim } from "./to-claim";

export interface CitationContext {
  /** Label of a source for the person, e.g. "Bookmarks". */
  readonly sourceLabel: (sourceId: string) => string;
  /** Atlas's own page for documents without a web address. */
  readonly readerUrl: string;
}

/** Characters of the passage kept on each side of a quote. */
const CONTEXT_CHARACTERS = 320;

/** The numbered reference for a claim, with the passage around it and the quote highlighted in it. */
export function toCitation(claim: Claim, n: number, { sourceLabel, readerUrl }: CitationContext): Citation {
  const { passage, start, end } = claim;
  const { document } = passage;
  const page = pageAt(document, start);
  const paged = page === undefined ? {} : { page };
  return {
    n,
    title: document.title || document.url || document.itemId,
    url: citationUrl({ document, start, end, ...paged }, readerUrl),
    quote: document.text.slice(start, end),
    source: sourceLabel(document.sourceId),
    updatedAt: new Date(document.updatedAt).toISOString(),
    sourceId: document.sourceId,
    itemId: document.itemId,
    start,
    end,
    ...paged,
    ...(document.container && { container: document.container }),
    passage: passageAround(claim),
  };
}

function pageAt({ pages }: Document, offset: number): number | undefined {
  if (!pages) return undefined;
  const after = pages.findIndex((begin) => begin > offset);
  return after < 0 ? pages.length : Math.max(1, after);
}

function passageAround({ passage, start, end }: Claim): Citation["passage"] {
  const { document, chunk } = passage;
  const from = afterSpace(document.text, Math.max(chunk.start, start - CONTEXT_CHARACTERS), start);
  const to = beforeSpace(document.text, Math.min(chunk.end, end + CONTEXT_CHARACTERS), end);
  return { text: document.text.slice(from, to), highlights: [[start - from, end - from]] };
}

/** The first beginning of a word at or after `from`, never past `limit`. */
function afterSpace(text: string, from: number, limit: number): number {
  let offset = from;
  while (offset > 0 && offset < limit && !/\s/.test(text.charAt(offset - 1))) offset++;
  while (offset < limit && /\s/.test(text.charAt(offset))) offset++;
  return offset;
}

/** The last end of a word at or before `to`, never before `limit`. */
function beforeSpace(text: string, to: number, limit: number): number {
  let offset = to;
  while (offset < text.length && offset > limit && !/\s/.test(text.charAt(offset))) offset--;
  while (offset > limit && /\s/.test(text.charAt(offset - 1))) offset--;
  return offset;
}
