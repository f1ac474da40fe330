import { DATE_WORDS, FROM, HEADER_LINE, SEPARATOR, WROTE } from "../../../language/mail-lines";

/** A stretch `[start, end)` of a mail that an earlier mail is quoted in. */
export interface QuotedReply {
  readonly start: number;
  readonly end: number;
  /** Who wrote it, where the line above it says so. */
  readonly author?: string;
}

const FORWARDED = /^(?:-+ ?Forwarded message ?-+|Begin forwarded message:)$/i;
const HEADER_LINES = 5;
const MAX_ATTRIBUTION_CHARACTERS = 300;
const NAME = "\\p{L}[\\p{L}'’.-]*(?: \\p{L}[\\p{L}'’.-]*){0,3}";
const ADDRESS = "(?:\\s*\\\\?[<(\\[][^\\n]*?[>)\\]])?";
const AUTHOR_BEFORE = new RegExp(`(${NAME})${ADDRESS}[\\s,]+(?:${WROTE})\\b`, "iu");
const AUTHOR_AFTER = new RegExp(`(?:${WROTE})\\s+(${NAME})`, "iu");

/**
 * The quoted messages in the lines of `text`, one message: lines with `>`, and all after a line "Original Message" or
 * after the header lines of another message.
 */
export function quotedReplies(text: string): readonly QuotedReply[] {
  const lines = linesOf(text);
  const replies: { start: number; end: number; author?: string }[] = [];
  for (const [position, { start, end, words }] of lines.entries()) {
    if (FORWARDED.test(words)) break;
    if (opensOlderMessage(lines, position)) {
      const author = headerAuthor(lines.slice(position, position + HEADER_LINES));
      return [...replies, { start, end: text.length, ...(author && { author }) }];
    }
    if (!words.startsWith(">")) continue;
    const last = replies.at(-1);
    if (last && text.slice(last.end, start).trim() === "") last.end = end;
    else {
      const author = attributedAuthor(lines, position);
      replies.push({ start, end, ...(author && { author }) });
    }
  }
  return replies;
}

interface MailLine {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

function linesOf(text: string): readonly MailLine[] {
  let at = 0;
  return text.split("\n").flatMap((line) => {
    const start = at;
    at += line.length + 1;
    const words = line.trim();
    return words === "" ? [] : [{ start, end: start + line.length, words }];
  });
}

function opensOlderMessage(lines: readonly MailLine[], position: number): boolean {
  const words = lines[position]?.words ?? "";
  if (SEPARATOR.test(words)) return true;
  // The header lines of the mail itself come first.
  if (position === 0 || !FROM.test(words)) return false;
  const others = lines.slice(position + 1, position + HEADER_LINES);
  return others.filter((line) => HEADER_LINE.test(line.words)).length >= 2;
}

function headerAuthor(lines: readonly MailLine[]): string | undefined {
  const from = lines.flatMap(({ words }) => FROM.exec(words)?.[1] ?? [])[0];
  return (
    from
      ?.replace(/\s*\\?[<([].*$/, "")
      .replace(/["*\\]/g, "")
      .trim() || undefined
  );
}

/** "On Monday Ada wrote:" stands above a quotation, or is its first line. */
function attributedAuthor(lines: readonly MailLine[], position: number): string | undefined {
  const [second = "", first = ""] = lines
    .slice(Math.max(0, position - 2), position)
    .map(({ words }) => words);
  const quoted = lines[position]?.words.replace(/^[>\s]+/, "") ?? "";
  for (const line of [quoted, first || second, `${second} ${first}`]) {
    if (line.length > MAX_ATTRIBUTION_CHARACTERS || !/[:：]$/.test(line)) continue;
    const name = (AUTHOR_BEFORE.exec(line) ?? AUTHOR_AFTER.exec(line))?.[1];
    if (name) return name.replace(DATE_WORDS, "") || undefined;
  }
  return undefined;
}
