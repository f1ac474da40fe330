import type { Language } from "../../language/language";
import { breaksOrdinal } from "../../language/words/values/breaks-ordinal";
import { hasUnspacedScript } from "../../util/segment-words";

/** A longer "sentence" is a log, a row of data or text without full stops; it is cut between words. */
const MAX_SENTENCE_CHARACTERS = 400;
/** A link's destination, a bare address, inline code. */
const ADDRESS_OR_CODE = /(?<=\])\([^()]*(?:\([^()]*\)[^()]*)*\)|https?:\/\/\S*[^\s.,;:!?)]|`[^`]+`/g;
/** In "**Note.** Do it." the markers after the full stop belong to the sentence before them. */
const CLOSING_MARKUP = /^[*_]+(?=\s|$)/;
/** "1. " and "a) " open a list item and end no sentence. */
const ITEM_MARKER = /^\s*(?:\d{1,3}|[a-z])[.)]\s*$/i;

/**
 * Sentences of the prose stretch `[start, end)` of `text`, as trimmed offsets in order. A line end inside the stretch
 * counts as a space, since prose is often wrapped.
 */
export function splitSentences(
  text: string,
  [start, end]: readonly [number, number],
  language: Language,
): readonly (readonly [number, number])[] {
  const prose = text.slice(start, end).replace(/[\r\n\u0085\u2028\u2029]/g, " ");
  return findSentences(prose, language)
    .flatMap((range) => splitLong(prose, range))
    .flatMap((range) => trim(prose, range))
    .map(([from, to]) => [start + from, start + to] as const);
}

function findSentences(prose: string, { tag, texts }: Language): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  // The sentence rules of UAX #29 hardly differ between languages: the text may be in another one.
  const segmenter = new Intl.Segmenter(tag, { granularity: "sentence" });
  for (const { segment, index } of segmenter.segment(maskAddresses(prose))) {
    const last = ranges.at(-1);
    const begin = index + (last ? (CLOSING_MARKUP.exec(segment)?.[0].length ?? 0) : 0);
    const end = index + segment.length;
    if (last) last[1] = begin;
    const sentence = last && prose.slice(last[0], begin);
    const isOpen =
      sentence &&
      (texts.abbreviation.test(sentence) || ITEM_MARKER.test(sentence) || breaksOrdinal(sentence, segment));
    if (last && isOpen) last[1] = end;
    else ranges.push([begin, end]);
  }
  return ranges;
}

/** Replaces the full stops and question marks of addresses and inline code; offsets stay. */
function maskAddresses(prose: string): string {
  return prose.replace(ADDRESS_OR_CODE, (stretch) => stretch.replace(/[.?!\s]/g, "x"));
}

function splitLong(
  prose: string,
  [from, to]: readonly [number, number],
): readonly (readonly [number, number])[] {
  const ranges: (readonly [number, number])[] = [];
  let begin = from;
  while (to - begin > MAX_SENTENCE_CHARACTERS) {
    const space = prose.lastIndexOf(" ", begin + MAX_SENTENCE_CHARACTERS);
    const runEnd = space > begin ? begin : endOfRun(prose, begin, to);
    const cut = space > begin ? space + 1 : alignToCodePoint(prose, begin + MAX_SENTENCE_CHARACTERS);
    // A run of that many characters is no word; what follows it is cited without it.
    if (runEnd > cut && !hasUnspacedScript(prose.slice(begin, cut))) begin = runEnd;
    else {
      ranges.push([begin, cut]);
      begin = cut;
    }
  }
  return [...ranges, [begin, to]];
}

/** Where the characters without a space between them end. */
function endOfRun(prose: string, begin: number, to: number): number {
  const space = prose.indexOf(" ", begin);
  return space < 0 || space > to ? to : space;
}

/** Moves a cut inside a surrogate pair in front of it. */
function alignToCodePoint(text: string, offset: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(offset)) ? offset - 1 : offset;
}

function trim(prose: string, [from, to]: readonly [number, number]): readonly (readonly [number, number])[] {
  const segment = prose.slice(from, to);
  const lead = segment.length - segment.trimStart().length;
  const length = segment.trim().length;
  return length > 0 ? [[from + lead, from + lead + length]] : [];
}
