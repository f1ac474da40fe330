import type { Language } from "../../language/language";
import { splitSentences } from "./split-sentences";
import type { Statement } from "./statement";

/** A blank line, or a line end before a bullet or a number. */
const BLOCK_END = /\r?\n(?=\s*(?:\r?\n|[-*•–]\s|\d{1,3}[.)]\s))/;

/** Statements of plain text: the sentences of each block. */
export function splitPlain(text: string, language: Language): readonly Statement[] {
  const statements: Statement[] = [];
  let start = 0;
  for (const block of text.split(BLOCK_END)) {
    const from = text.indexOf(block, start);
    start = from + block.length;
    for (const [begin, end] of splitSentences(text, [from, start], language)) {
      statements.push({ kind: "sentence", start: begin, end });
    }
  }
  return statements;
}
