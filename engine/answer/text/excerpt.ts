import type { Language } from "../../language/language";
import { fenceCode } from "./escape-markdown";
import { splitSentences } from "./split-sentences";
import type { Statement } from "./statement";

const MAX_CODE_LINES = 10;
const FENCE_LINE = /^[ \t]*(?:`{3,}|~{3,})[^\n]*$/m;
const HEADINGS_ONLY = /^(?:\s*#{1,6}[ \t][^\n]*\n)*\s*$/;

/**
 * What a passage without any other statement shows: its first sentence, row or title, or the first lines of its code.
 * `before` opens the code block that the text begins inside; see `openingAt`.
 */
export function excerpt(text: string, before: string, language: Language): readonly Statement[] {
  const opening = FENCE_LINE.exec(text);
  if (/^(?:```|~~~)/.test(before)) return codeExcerpt(text, 0, opening?.index ?? text.length);
  if (opening && HEADINGS_ONLY.test(text.slice(0, opening.index))) {
    const start = opening.index + opening[0].length;
    const closing = FENCE_LINE.exec(text.slice(start));
    return codeExcerpt(text, start, closing ? start + closing.index : text.length);
  }
  const [first] = splitSentences(text, [0, text.length], language);
  return first ? [{ kind: "excerpt", start: first[0], end: first[1] }] : [];
}

function codeExcerpt(text: string, start: number, end: number): readonly Statement[] {
  const code = text.slice(start, end);
  const lead = /^(?:[ \t]*\r?\n)*/.exec(code)?.[0].length ?? 0;
  const quote = code.slice(lead).split("\n").slice(0, MAX_CODE_LINES).join("\n").trimEnd();
  if (quote === "") return [];
  const from = start + lead;
  return [{ kind: "excerpt", start: from, end: from + quote.length, markdown: fenceCode(quote) }];
}
