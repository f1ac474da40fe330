import type { Passage } from "../model/passage";
import type { Retriever } from "../retrieve/retriever";
import { readerPage } from "./reader-page";
import { readerText } from "./reader-text";
import type { CitationContext } from "./to-citation";

/** A document offered while a query is typed. */
export interface Suggestion {
  readonly title: string;
  readonly url: string;
  readonly sourceLabel: string;
  /** A short stretch of the matching passage, on one line. */
  readonly snippet: string;
}

const SNIPPET_CHARACTERS = 140;
/** Words shown before the first match. */
const LEAD_CHARACTERS = 30;

export function toSuggestion(
  { document, chunk }: Passage,
  query: string,
  { retriever, sourceLabel, readerUrl }: CitationContext & { readonly retriever: Retriever },
): Suggestion {
  const words = readerText(document, chunk.start, chunk.end).replace(/\s+/g, " ");
  const [match] = retriever.highlight(query, words);
  const lead = Math.max(0, (match?.[0] ?? 0) - LEAD_CHARACTERS);
  const start = lead === 0 ? 0 : words.indexOf(" ", lead) + 1;
  const isWeb = /^https?:/i.test(document.url);
  return {
    title: document.title || document.url || document.itemId,
    url: isWeb ? document.url : readerPage({ document, ...chunk }, readerUrl),
    sourceLabel: sourceLabel(document.sourceId),
    snippet: cut(words.slice(start)),
  };
}

function cut(words: string): string {
  if (words.length <= SNIPPET_CHARACTERS) return words;
  const space = words.lastIndexOf(" ", SNIPPET_CHARACTERS);
  return `${words.slice(0, space > 0 ? space : SNIPPET_CHARACTERS)} …`;
}
