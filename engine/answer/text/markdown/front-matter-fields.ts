import { toPlainText } from "../../../util/to-plain-text";
import { escapeMarkdown } from "../escape-markdown";
import type { Statement } from "../statement";

const KEY = /^([\p{L}\p{N}][\p{L}\p{N}_. -]{0,47}?)\s*[:=](?:\s+|$)/u;

/**
 * The fields of the front matter that `text` is, or is the rest of: "owner: Jane". A value may be a list on one line or
 * on several. `subject` is what the document is about.
 */
export function frontMatterFields(text: string, subject: string): readonly Statement[] {
  return keyRanges(text).flatMap(([start, end]): readonly Statement[] => {
    const field = text.slice(start, end);
    const key = KEY.exec(field);
    const value = valueWords(field.slice(key?.[0].length ?? 0));
    if (!key || value === "") return [];
    const words = `${key[1]?.replace(/[_-]+/g, " ").trim()}: ${value}`;
    const context = subject === "" ? {} : { context: subject };
    return [{ kind: "field", start, end, words, markdown: escapeMarkdown(words), ...context }];
  });
}

/** A key without indentation begins a field, which includes the lines of its value. */
function keyRanges(text: string): readonly [number, number][] {
  const ranges: [number, number][] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const [start, end] = [at, at + line.trimEnd().length];
    at += line.length + 1;
    const last = ranges.at(-1);
    if (/^(?:---|\+\+\+)[ \t]*$/.test(line)) continue;
    if (KEY.test(line)) ranges.push([start, end]);
    else if (last && line.trim() !== "") last[1] = end;
  }
  return ranges;
}

function valueWords(written: string): string {
  const value = written.trim();
  const items = /^[>|][+-]?[ \t]*\n/.test(value)
    ? [value.slice(value.indexOf("\n"))]
    : value
        .replace(/^\[(?!\[)([\s\S]*)\]$/, "$1")
        .split(/\n[ \t]*(?:-[ \t]+)?|,[ \t]*(?=["'[])|(?<=["'\]]),/);
  return items
    .map((item) => unquote(item.trim().replace(/^-\s+/, "").replace(/\s+/g, " ")))
    .filter((item) => item !== "")
    .map((item) => toPlainText(`# ${item}`))
    .join(", ");
}

function unquote(value: string): string {
  return /^(["']).*\1$/s.test(value) ? value.slice(1, -1) : value;
}
