/** A run of plain text that starts at offset `at`. */
interface TextSpan {
  readonly at: number;
  readonly text: string;
}

/** A reference to citation `n`, with the characters that must stay on its line. */
interface CitationSpan {
  readonly at: number;
  readonly n: number;
  /** Prevents a line break before the citation: a no-break space or a word joiner. */
  readonly before: string;
  /** Punctuation that follows it. */
  readonly after: string;
}

export type AnswerSpan = TextSpan | CitationSpan;

const NO_BREAK_SPACE = "\u00a0";
const WORD_JOINER = "\u2060";

/** Splits text at its `[n]` markers. Only numbers in `citationNumbers` are citations; other brackets are text. */
export function splitCitations(text: string, citationNumbers: ReadonlySet<number>): readonly AnswerSpan[] {
  const spans: AnswerSpan[] = [];
  let position = 0;
  for (const match of text.matchAll(/( ?)\[(\d{1,3})\]([.,;:!?)]*)/g)) {
    const n = Number(match[2]);
    if (!citationNumbers.has(n)) continue;
    if (match.index > position) spans.push({ at: position, text: text.slice(position, match.index) });
    const before = match[1] ? NO_BREAK_SPACE : WORD_JOINER;
    spans.push({ at: match.index, n, before, after: match[3] ?? "" });
    position = match.index + match[0].length;
  }
  if (position < text.length) spans.push({ at: position, text: text.slice(position) });
  return spans;
}
