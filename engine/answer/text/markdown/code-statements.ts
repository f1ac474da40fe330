import type { Code } from "mdast";
import { escapeMarkdown, fenceCode } from "../escape-markdown";
import type { Statement } from "../statement";
import { inlineText } from "./inline-text";
import { rangeOf } from "./range-of";

/** Longer code is not quoted. */
const MAX_CODE_LINES = 10;
const MAX_CODE_CHARACTERS = 500;
/** Code this short directly below a heading needs no sentence that introduces it. */
const MAX_COMMAND_LINES = 3;

/** Short code with the sentence that introduces it. */
export function introducedCode(lead: Statement, code: Code, text: string): readonly Statement[] {
  if (!isShort(code, MAX_CODE_LINES)) return [];
  const words = inlineText(text, [lead.start, lead.end]);
  const markdown = `${escapeMarkdown(words)}\n\n${fenceCode(code.value, code.lang)}`;
  return [{ kind: "code", start: lead.start, end: rangeOf(code)[1], leadInEnd: lead.end, markdown }];
}

/** A command directly below its heading. */
export function commandBelowHeading(code: Code): readonly Statement[] {
  if (!isShort(code, MAX_COMMAND_LINES)) return [];
  const [start, end] = rangeOf(code);
  return [{ kind: "code", start, end, markdown: fenceCode(code.value, code.lang) }];
}

function isShort({ value }: Code, maxLines: number): boolean {
  return value.split("\n").length <= maxLines && value.length <= MAX_CODE_CHARACTERS;
}
