import type { Paragraph } from "mdast";
import { escapeMarkdown } from "../escape-markdown";
import { type FieldLine, fieldStatements } from "../fields";
import { splitSentences } from "../split-sentences";
import type { Statement } from "../statement";
import { inlineText } from "./inline-text";
import { isNavigation } from "./is-navigation";
import type { Place } from "./place";
import { rangeOf } from "./range-of";

/** A definition below its term begins with a colon. */
const DEFINITION = /^[ \t]*:[ \t]+/;
/** `[!kind]` makes a quotation a callout; the rest of its line is the title. */
const CALLOUT = /^\[![\w-]+/;

/** Without any of these a paragraph has neither fields nor definitions, and is no callout. */
const MAY_HAVE_NAMES = /[:：]|^\[!/;

/** Fields, definitions or sentences of a paragraph. */
export function paragraphStatements(paragraph: Paragraph, place: Place): readonly Statement[] {
  const { text, written, heading, parent } = place;
  const range = rangeOf(paragraph);
  if (!MAY_HAVE_NAMES.test(written.slice(...range)))
    return isNavigation(paragraph) ? [] : sentences(range, place);
  const lines = linesOf(text, range);
  const context = [heading, parent].filter(Boolean).join("\n");
  const definitions = definitionStatements(lines, text);
  if (definitions) return definitions;
  const fields = fieldStatements(lines, { context });
  // One line reads the same as a sentence, and a link after a colon is no value.
  if (fields && (lines.length > 1 || !isNavigation(paragraph))) return fields;
  if (isNavigation(paragraph)) return [];
  const [title, first] = lines;
  if (!title || !first || !CALLOUT.test(written.slice(range[0]))) return sentences(range, place);
  return [...sentences([title.start, title.end], place), ...sentences([first.start, range[1]], place)];
}

function sentences(range: readonly [number, number], { text, language }: Place): readonly Statement[] {
  return splitSentences(text, range, language).map(([from, end]) => {
    // Every line of a quotation has its mark.
    const mark = /^[>\s]*/.exec(text.slice(from, end))?.[0].length ?? 0;
    return { kind: "sentence", start: from + mark, end };
  });
}

/** "Term", and below it ": what it means". */
function definitionStatements(lines: readonly FieldLine[], text: string): readonly Statement[] | undefined {
  const isDefinition = ({ start, end }: FieldLine) => DEFINITION.test(text.slice(start, end));
  if (!lines.some(isDefinition) || !lines[0] || isDefinition(lines[0])) return undefined;
  const fields: FieldLine[] = [];
  for (const [position, line] of lines.entries()) {
    const last = fields.at(-1);
    const next = lines[position + 1];
    const opensTerm = !isDefinition(line) && next !== undefined && isDefinition(next);
    if (!last || opensTerm) fields.push(line);
    else {
      const joint = isDefinition(line) && !last.words.includes(": ") ? ": " : " ";
      const words = last.words + joint + line.words.replace(DEFINITION, "");
      fields[fields.length - 1] = { start: last.start, end: line.end, words };
    }
  }
  return fields.map(({ start, end, words }) => {
    return { kind: "field", start, end, words, markdown: escapeMarkdown(words) };
  });
}

function linesOf(text: string, [start, end]: readonly [number, number]): readonly FieldLine[] {
  let at = start;
  return text
    .slice(start, end)
    .split("\n")
    .flatMap((line) => {
      const from = at;
      at += line.length + 1;
      const mark = /^[ \t>]*/.exec(line)?.[0].length ?? 0;
      const content = line.slice(mark).trimEnd();
      const lineStart = from + mark;
      const lineEnd = lineStart + content.length;
      // A line break is written as a backslash or two spaces.
      const words = inlineText(text, [lineStart, lineEnd]).replace(/\\$/, "").trim();
      return words === "" ? [] : [{ start: lineStart, end: lineEnd, words }];
    });
}
