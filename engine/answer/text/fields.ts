import { escapeMarkdown } from "./escape-markdown";
import type { Statement } from "./statement";

/** The name of a field is a few words without the end of a sentence. */
const FIELD = /^([^\s:：][^:：\n]{0,47}?)\s*(?::\s+|：\s*)(\S.*)$/su;
const MAX_NAME_WORDS = 6;
const MAX_VALUE_CHARACTERS = 300;
/** Fields with more text are quoted one by one only. */
const MAX_RECORD_CHARACTERS = 600;

/** A line "Opening hours: 9–17". */
export interface Field {
  readonly name: string;
  readonly value: string;
}

/** The field that a line of words states; undefined for a sentence or a line that announces something. */
export function toField(words: string): Field | undefined {
  const [, name = "", value = ""] = FIELD.exec(words.trim()) ?? [];
  const isName =
    /[\p{L}\p{N}]/u.test(name) && !/[.!?;,]\s/.test(name) && name.split(/\s+/).length <= MAX_NAME_WORDS;
  const isValue =
    /[\p{L}\p{N}]/u.test(value) && value.length <= MAX_VALUE_CHARACTERS && !/[:：]$/.test(value);
  return isName && isValue ? { name, value } : undefined;
}

/** A line at `[start, end)` of a text, in words as a reader sees them. */
export interface FieldLine {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

export interface FieldOptions {
  /** What the fields are about. */
  readonly context?: string;
  /** True when the lines are one of several records with the same fields: none of them says anything alone. */
  readonly isRecord?: boolean;
}

/**
 * Lines that are fields, as one statement each and one of all; undefined when a line is none. A record's value may have
 * further lines.
 */
export function fieldStatements(
  lines: readonly FieldLine[],
  { context = "", isRecord = false }: FieldOptions = {},
): readonly Statement[] | undefined {
  const fields = isRecord ? joinContinued(lines) : lines;
  const [first, last] = [fields[0], fields.at(-1)];
  if (!first || !last || fields.some(({ words }) => !isRecord && !toField(words))) return undefined;
  const about = context === "" ? {} : { context };
  const single = fields.map(({ start, end, words }) => {
    return { kind: "field", start, end, words, markdown: escapeMarkdown(words), ...about } as const;
  });
  const words = fields.map((field) => field.words).join(" · ");
  if (fields.length < 2 || (!isRecord && words.length > MAX_RECORD_CHARACTERS)) return single;
  const { start } = first;
  const { end } = last;
  const record = { kind: "row", start, end, words, markdown: escapeMarkdown(words), ...about } as const;
  return isRecord ? [record] : [record, ...single];
}

/** A line without a name continues the value above it. */
function joinContinued(lines: readonly FieldLine[]): readonly FieldLine[] {
  const fields: FieldLine[] = [];
  for (const line of lines) {
    const last = fields.at(-1);
    if (last && !toField(line.words))
      fields[fields.length - 1] = { start: last.start, end: line.end, words: `${last.words} ${line.words}` };
    else fields.push(line);
  }
  return fields;
}
