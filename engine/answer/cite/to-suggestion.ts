import type { Suggestion } from "../../contract/ask";
import type { Passage } from "../../model/passage";
import type { Retriever } from "../../retrieve/retriever";
import { toReaderUrl } from "./citation-url";
import { visibleText } from "./text-fragment";
import type { CitationDeps } from "./to-citation";

const SNIPPET_CHARACTERS = 140;
/** Characters shown before the first match. */
const LEAD_CHARACTERS = 30;

export function toSuggestion(
  { document, chunk }: Passage,
  query: string,
  { retriever, sourceLabel, readerUrl }: CitationDeps & { readonly retriever: Retriever },
): Suggestion {
  const text = visibleText(document, chunk.start, chunk.end).replace(/\s+/g, " ");
  const [match] = retriever.highlight(query, text);
  const leadStart = Math.max(0, (match?.[0] ?? 0) - LEAD_CHARACTERS);
  const start = leadStart === 0 ? 0 : text.indexOf(" ", leadStart) + 1;
  const isWeb = /^https?:/i.test(document.url);
  return {
    title: document.title || document.url || document.itemId,
    url: isWeb ? document.url : toReaderUrl({ document, ...chunk }, readerUrl),
    sourceLabel: sourceLabel(document.sourceId),
    snippet: truncate(text.slice(start)),
  };
}

function truncate(text: string): string {
  if (text.length <= SNIPPET_CHARACTERS) return text;
  const space = text.lastIndexOf(" ", SNIPPET_CHARACTERS);
  return `${text.slice(0, space > 0 ? space : SNIPPET_CHARACTERS)} …`;
}
