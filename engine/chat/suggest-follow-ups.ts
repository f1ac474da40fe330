import type { Language } from "../language/language";
import type { Turn } from "../model/chat";
import type { Document } from "../model/document";
import { interleave } from "../util/interleave";

/** Most questions suggested. */
const MAX_SUGGESTIONS = 3;
/** Longest heading that a question quotes, in characters. */
const MAX_HEADING_CHARACTERS = 60;

/**
 * Suggested next questions, from the headings of the cited documents: first those after the cited passages, then those
 * before them. Deterministic, without a model.
 */
export function suggestFollowUps(
  { question, citations }: Pick<Turn, "question" | "citations">,
  documents: readonly Document[],
  { texts, sentences }: Language,
): readonly string[] {
  const questionKey = toKey(question);
  const candidates = documents.map((document) => {
    const cited = citations.filter(
      ({ sourceId, itemId }) => sourceId === document.sourceId && itemId === document.itemId,
    );
    return uncitedHeadings(
      document,
      cited.map(({ start }) => start),
    )
      .filter(
        (heading) =>
          isSpecific(heading, document) &&
          !texts.genericHeading.test(heading.trim()) &&
          !questionKey.includes(toKey(heading)),
      )
      .map((heading) => {
        const words = heading.replace(/[`*_]/g, "").trim();
        return words.endsWith("?") ? words : sentences.followUpQuestion(words, document.title);
      });
  });
  return interleave(candidates).slice(0, MAX_SUGGESTIONS);
}

/** The innermost headings of the chunks that are not cited; those after the last cited chunk come first. */
function uncitedHeadings({ chunks }: Document, starts: readonly number[]): readonly string[] {
  const isCited = ({ start, end }: { start: number; end: number }) =>
    starts.some((offset) => offset >= start && offset < end);
  const last = chunks.findLastIndex(isCited);
  const cited = new Set(chunks.filter(isCited).map(({ headings }) => headings.at(-1)));
  const ordered = [...chunks.slice(last + 1), ...chunks.slice(0, Math.max(0, last))];
  const headings = ordered.flatMap(({ headings }) => headings.slice(-1));
  return [...new Set(headings)].filter((heading) => !cited.has(heading));
}

function isSpecific(heading: string, { title }: Document): boolean {
  const words = heading.trim();
  if (words.length < 3 || words.length > MAX_HEADING_CHARACTERS) return false;
  return /\p{L}/u.test(words) && toKey(words) !== toKey(title);
}

function toKey(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
