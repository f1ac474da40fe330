/** A run of plain text, or a reference to citation `n`; `at` is the offset where it starts. */
export type AnswerPiece =
  | { readonly at: number; readonly text: string }
  | { readonly at: number; readonly n: number };

/** Cuts text at its `[n]` markers. Only numbers in `known` are citations; any other bracket is text. */
export function splitCitations(text: string, known: ReadonlySet<number>): readonly AnswerPiece[] {
  const pieces: AnswerPiece[] = [];
  let position = 0;
  for (const match of text.matchAll(/\[(\d{1,3})\]/g)) {
    const n = Number(match[1]);
    if (!known.has(n)) continue;
    if (match.index > position) pieces.push({ at: position, text: text.slice(position, match.index) });
    pieces.push({ at: match.index, n });
    position = match.index + match[0].length;
  }
  if (position < text.length) pieces.push({ at: position, text: text.slice(position) });
  return pieces;
}
