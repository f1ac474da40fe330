import type { Language } from "../../language/language";
import { withoutHiddenCharacters } from "../../util/without-hidden-characters";
import { type FieldLine, fieldStatements, toField } from "./fields";
import { splitSentences } from "./split-sentences";
import type { Statement } from "./statement";

/** A blank line, or a line end before a bullet or a number. */
const BLOCK_END = /\r?\n(?=\s*(?:\r?\n|[-*•–]\s|\d{1,3}[.)]\s))/;

/** Statements of plain text: the fields or the sentences of each block. */
export function splitPlain(text: string, language: Language): readonly Statement[] {
  const blocks = linesOfBlocks(text);
  const names = countFirstNames(blocks);
  return blocks.flatMap((lines): readonly Statement[] => {
    const name = firstName(lines);
    const isRecord = name !== undefined && lines.length > 1 && (names.get(name) ?? 0) > 1;
    const fields = name === undefined ? undefined : fieldStatements(lines, { isRecord });
    if (fields) return fields;
    const range = [lines[0]?.start ?? 0, lines.at(-1)?.end ?? 0] as const;
    return splitSentences(text, range, language).map(([start, end]) => ({ kind: "sentence", start, end }));
  });
}

function linesOfBlocks(text: string): readonly (readonly FieldLine[])[] {
  let start = 0;
  return text.split(BLOCK_END).map((block) => {
    let at = text.indexOf(block, start);
    start = at + block.length;
    return block.split("\n").flatMap((line) => {
      const from = at;
      at += line.length + 1;
      const words = line.trim();
      const lead = line.length - line.trimStart().length;
      if (words === "") return [];
      const end = from + lead + words.length;
      return [{ start: from + lead, end, words: withoutHiddenCharacters(words) }];
    });
  });
}

/** The records of a table begin with the same name. */
function countFirstNames(blocks: readonly (readonly FieldLine[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const lines of blocks) {
    const name = firstName(lines);
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function firstName([first]: readonly FieldLine[]): string | undefined {
  return first && toField(first.words)?.name;
}
