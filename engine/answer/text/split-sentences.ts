/** Past this a "sentence" is a log, a row of data or text without full stops, and is cut between words. */
const MAX_SENTENCE_CHARACTERS = 400;
/** Abbreviations the segmenter takes for the end of a sentence when a capital follows. */
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|approx|no|fig|sec|eq|dr|mr|mrs|ms|prof|st|inc|ltd|jr|sr|[a-z])\.\s*$/i;
/** A link's destination, a bare address, inline code. */
const ADDRESS_OR_CODE = /(?<=\])\([^()]*(?:\([^()]*\)[^()]*)*\)|https?:\/\/\S*[^\s.,;:!?)]|`[^`]+`/g;
/** In "**Note.** Do it." the markers after the full stop close what is before them. */
const CLOSING_MARKUP = /^[*_]+(?=\s|$)/;
/** "1. " and "a) " open a list item, they don't end a sentence. */
const ITEM_MARKER = /^\s*(?:\d{1,3}|[a-z])[.)]\s*$/i;

/**
 * Sentences of the prose stretch `[start, end)` of `text`, as trimmed offsets in order. Line ends inside
 * the stretch count as spaces: prose is often wrapped.
 */
export function splitSentences(
  text: string,
  [start, end]: readonly [number, number],
): readonly (readonly [number, number])[] {
  const prose = text.slice(start, end).replace(/[\r\n\u0085\u2028\u2029]/g, " ");
  return findSentences(prose)
    .flatMap((range) => splitLong(prose, range))
    .flatMap((range) => trim(prose, range))
    .map(([from, to]) => [start + from, start + to] as const);
}

function findSentences(prose: string): readonly (readonly [number, number])[] {
  const ranges: [number, number][] = [];
  // Sentence rules of UAX #29 hardly differ between languages, so one segmenter serves all.
  const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
  for (const { segment, index } of segmenter.segment(maskAddresses(prose))) {
    const last = ranges.at(-1);
    const begin = index + (last ? (CLOSING_MARKUP.exec(segment)?.[0].length ?? 0) : 0);
    const end = index + segment.length;
    if (last) last[1] = begin;
    if (last && isUnfinished(prose.slice(last[0], begin))) last[1] = end;
    else ranges.push([begin, end]);
  }
  return ranges;
}

function isUnfinished(segment: string): boolean {
  return ABBREVIATION.test(segment) || ITEM_MARKER.test(segment);
}

/** Hides the full stops and question marks of addresses and inline code; offsets stay. */
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
    const cut = space > begin ? space + 1 : alignToCodePoint(prose, begin + MAX_SENTENCE_CHARACTERS);
    ranges.push([begin, cut]);
    begin = cut;
  }
  return [...ranges, [begin, to]];
}

/** Moves a cut in front of a surrogate pair it would fall into. */
function alignToCodePoint(text: string, offset: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(offset)) ? offset - 1 : offset;
}

function trim(prose: string, [from, to]: readonly [number, number]): readonly (readonly [number, number])[] {
  const segment = prose.slice(from, to);
  const lead = segment.length - segment.trimStart().length;
  const length = segment.trim().length;
  return length > 0 ? [[from + lead, from + lead + length]] : [];
}
