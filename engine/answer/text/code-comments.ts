import type { Language } from "../../language/language";
import { escapeMarkdown, fenceCode } from "./escape-markdown";
import { splitSentences } from "./split-sentences";
import type { Statement } from "./statement";

/** A comment that begins a line or stands behind code, in the languages that are common. */
const LINE_COMMENT = /(?:^[ \t]*(?:\/\/[/!]?|#+!?|--|;+|%+)|(?<=\S[ \t]+)(?:\/\/|#))[ \t]+(.*)$/;
/** `/* … *\/`, `<!-- … -->` and documentation strings, on one line or more. */
const BLOCK_COMMENT =
  /\/\*[*!]?([\s\S]{1,4000}?)\*\/|<!--([\s\S]{1,4000}?)-->|"""([\s\S]{1,4000}?)"""|'''([\s\S]{1,4000}?)'''/g;
const LINE_MARK = /^[ \t]*\*?[ \t]?/;
/** Code that is commented out. */
const CODE =
  /[;{}]\s*$|^\s*[\w.]+\s*=[^=]|\w\([^)]*\)\s*$|^[!/]|^(?:import|return|const|let|var|if|for)\b.*[({=]/;

/**
 * The sentences of comments in the code at `[start, end)`: quoted in words, whatever the question asks for. A comment
 * behind code is quoted with its line, which it is about.
 */
export function codeComments(
  text: string,
  [start, end]: readonly [number, number],
  language: Language,
): readonly Statement[] {
  const code = text.slice(start, end);
  return [...blockComments(code), ...lineComments(code)]
    .sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0))
    .flatMap((lines) => toStatements(lines, start, language));
}

/** Words of a comment on one line, at `start` of the code. */
interface CommentLine {
  readonly start: number;
  readonly words: string;
  /** The line that the comment stands behind. */
  readonly line?: { readonly start: number; readonly code: string };
}

function blockComments(code: string): readonly (readonly CommentLine[])[] {
  return Array.from(code.matchAll(BLOCK_COMMENT), (match) => {
    const content = match.slice(1).find((group) => group !== undefined) ?? "";
    let at = match.index + match[0].indexOf(content);
    return content.split("\n").flatMap((line) => {
      const mark = LINE_MARK.exec(line)?.[0].length ?? 0;
      const start = at + mark;
      at += line.length + 1;
      const words = line.slice(mark).trimEnd();
      return words.trim() === "" ? [] : [{ start, words }];
    });
  });
}

/** Comments on lines that follow one another are one. */
function lineComments(code: string): readonly (readonly CommentLine[])[] {
  const comments: CommentLine[][] = [];
  let at = 0;
  let isOpen = false;
  for (const line of code.split("\n")) {
    const [mark = "", comment = ""] = LINE_COMMENT.exec(line) ?? [];
    const words = comment.trimEnd();
    // A comment behind code is about its line.
    const isWholeLine = mark !== "" && mark.trim() === line.trim();
    const start = at + line.trimEnd().length - words.length;
    const about = { start: at + line.length - line.trimStart().length, code: line.trim() };
    at += line.length + 1;
    const last = comments.at(-1);
    if (words === "") isOpen = false;
    else if (isOpen && isWholeLine && last) last.push({ start, words });
    else {
      comments.push([isWholeLine ? { start, words } : { start, words, line: about }]);
      isOpen = isWholeLine;
    }
  }
  return comments;
}

function toStatements(
  lines: readonly CommentLine[],
  offset: number,
  language: Language,
): readonly Statement[] {
  const [{ line, words: comment } = { words: "" }] = lines;
  if (line && !CODE.test(comment)) {
    const start = offset + line.start;
    const markdown = fenceCode(line.code);
    return [{ kind: "sentence", start, end: start + line.code.length, words: line.code, markdown }];
  }
  const prose = lines.filter(({ words }) => !CODE.test(words));
  const joined = prose.map(({ words }) => words).join(" ");
  return splitSentences(joined, [0, joined.length], language).map(([from, to]) => {
    const words = joined.slice(from, to);
    return {
      kind: "sentence",
      start: offset + placeOf(prose, from),
      end: offset + placeOf(prose, to - 1) + 1,
      words,
      markdown: escapeMarkdown(words),
    };
  });
}

/** Where a character of the joined words stands in the code. */
function placeOf(lines: readonly CommentLine[], position: number): number {
  let rest = position;
  for (const { start, words } of lines) {
    if (rest < words.length) return start + rest;
    rest -= words.length + 1;
  }
  return lines.at(-1)?.start ?? 0;
}
