import { ADDRESS, FORWARDED, HEADER_NAMES, RULE, SEPARATOR, WROTE } from "./quote-patterns";

/** What stands above a quoted message. */
export interface QuoteHeader {
  /** Number of its lines. */
  readonly length: number;
  /** `line`: "On Monday Ada wrote:"; `fields`: "From: … Sent: …"; `separator`: neither names the author. */
  readonly kind: "line" | "fields" | "separator";
  readonly isForwarded: boolean;
  /** The lines below are the quoted message, whether they are marked or not. */
  readonly isCertain: boolean;
  readonly author?: string | undefined;
  /** As it is written. */
  readonly date?: string | undefined;
}

const MAX_LINES = 3;
const MAX_CHARACTERS = 300;
const MAX_FIELD_LINES = 12;
/** A day with a month or year: two groups of digits, or one beside a word. */
const DATE = /\d{1,4}\s*[./年월月-]\s*\d{1,2}|\d{1,2}\.?\s+(?:de\s+)?\p{L}{3,}|\p{L}{3,}\.?\s+\d{1,2}/u;

/** The header of a quoted message that begins at this line of a message. */
export function readQuoteHeader(lines: readonly string[], at: number): QuoteHeader | undefined {
  const line = bare(lines[at]);
  if (line === "") return undefined;
  if (FORWARDED.test(line) || SEPARATOR.test(line)) return readAfterSeparator(lines, at);
  if (RULE.test(line)) {
    const fields = readFields(lines, nextFilled(lines, at + 1));
    return fields?.isCertain
      ? { ...fields, length: nextFilled(lines, at + 1) + fields.length - at }
      : undefined;
  }
  return readFields(lines, at) ?? readAttribution(lines, at);
}

function readAfterSeparator(lines: readonly string[], at: number): QuoteHeader {
  const isForwarded = FORWARDED.test(bare(lines[at]));
  const next = nextFilled(lines, at + 1);
  const fields = readFields(lines, next);
  if (fields) return { ...fields, length: next + fields.length - at, isForwarded, isCertain: true };
  return { length: 1, kind: "separator", isForwarded, isCertain: true };
}

/** The lines "From: … Sent: … To: … Subject: …", of which the first names the author. */
function readFields(lines: readonly string[], at: number): QuoteHeader | undefined {
  const { found, length } = findFields(lines, at);
  const from = found.get("from");
  if (from === undefined) return undefined;
  const date = found.get("sent") ?? found.get("date");
  const isCertain =
    (ADDRESS.test(from) && (date !== undefined || found.has("subject"))) ||
    // Outlook leaves the addresses of colleagues out; travel plans have no subject.
    (found.has("sent") && found.has("subject"));
  if (!isCertain) return undefined;
  return { length, kind: "fields", isForwarded: false, isCertain, author: nameIn(from), date };
}

function findFields(lines: readonly string[], at: number) {
  const found = new Map<FieldName, string>();
  let length = 0;
  for (const [offset, line] of lines.slice(at, at + MAX_FIELD_LINES).entries()) {
    // Markdown separates lines that were blocks of their own.
    if (offset > 0 && line.trim() === "") continue;
    const [name, value] = readField(line) ?? [];
    if (name === undefined || value === undefined) break;
    if (!found.has(name)) found.set(name, value);
    length = offset + 1;
  }
  return { found, length };
}

type FieldName = keyof typeof HEADER_NAMES;

const FIELDS = (Object.entries(HEADER_NAMES) as [FieldName, string][]).map(
  ([name, words]) => [name, new RegExp(`^\\**(?:${words})\\s?[:：]\\**\\s*(.*)$`, "u")] as const,
);

function readField(line: string): [FieldName, string] | undefined {
  const written = bare(line);
  for (const [name, pattern] of FIELDS) {
    const value = pattern.exec(written)?.[1];
    if (value !== undefined) return [name, value.replaceAll("**", "").trim()];
  }
  return undefined;
}

/** "On 3 May 2026 Ada <ada@example.com> wrote:", which programs break into up to three lines. */
function readAttribution(lines: readonly string[], at: number): QuoteHeader | undefined {
  let text = "";
  for (let length = 1; length <= MAX_LINES; length++) {
    const line = bare(lines[at + length - 1]);
    if (line === "" || line.startsWith(">") || text.length + line.length > MAX_CHARACTERS) return undefined;
    text = text === "" ? line : `${text} ${line}`;
    if (!/[:：]$/.test(line)) continue;
    return readAttributionText(text, length, bare(lines[nextFilled(lines, at + length)]).startsWith(">"));
  }
  return undefined;
}

function readAttributionText(text: string, length: number, isMarked: boolean): QuoteHeader | undefined {
  const hasAddress = ADDRESS.test(text);
  const hasDate = DATE.test(text.replace(new RegExp(ADDRESS, "gu"), ""));
  const hasVerb = WROTE.test(text);
  // Without marks at the lines below, only what no person writes is a header.
  const isCertain = hasAddress && hasDate && hasVerb && !isSentence(text);
  const isLikely =
    isMarked && ((hasVerb && (hasAddress || hasDate || text.length <= 60)) || (hasAddress && hasDate));
  if (!isCertain && !isLikely) return undefined;
  const { author, date } = splitAttribution(text);
  return { length, kind: "line", isForwarded: false, isCertain, author, date };
}

/** What the lines of programs begin with: a word before a date, a date, a script without capitals, an address. */
const BEGINS_AS_PROGRAM =
  /^(?:(?:on|am|le|el|il|em|op|den|dnia|w dniu|dne|pe|på|στις|в|на)\s|\p{N}|\p{Lo}|\p{L}{2,4}[.,]\s|[^@:\d]{0,60}@)/iu;

/** "As Ada <ada@example.com> wrote on 3 May:" is a person's: programs write the date before the verb. */
function isSentence(text: string): boolean {
  const verb = WROTE.exec(text);
  const after = verb ? text.slice(verb.index + verb[0].length).replace(new RegExp(ADDRESS, "gu"), "") : "";
  return DATE.test(after) || !BEGINS_AS_PROGRAM.test(text);
}

const WORDS_BEFORE_DATE = /^(?:(?:on|am|le|el|il giorno|il|op|den|em|dnia|в)\s+|[在於于]\s*)/iu;

/** The author is the words at the address, or beside the verb where there is none. */
function splitAttribution(text: string): { readonly author?: string; readonly date?: string } {
  const plain = text
    .replace(/\[([^\]]*)\]\((?:mailto:)?[^)\s]*\)/g, "$1")
    .replace(/\\([<>[\]_*])/g, "$1")
    .replace(/[:：]$/, "")
    .trim();
  const verb = WROTE.exec(plain);
  const before = (verb ? plain.slice(0, verb.index) : plain).trim();
  const after = verb ? plain.slice(verb.index + verb[0].length).trim() : "";
  const named = after.length > 1 ? after : before;
  const author = nameIn(named.replace(TIME_AND_DATE, " "));
  // "Ada <ada@example.com> 于2026年5月3日 10:00写道："
  const date = TIME_AND_DATE.exec(before)?.[0] ?? before.slice(before.lastIndexOf(">") + 1);
  const shown = date
    .trim()
    .replace(WORDS_BEFORE_DATE, "")
    .replace(/[,，\s]+$/, "");
  return { ...(author && { author }), ...(/\d/.test(shown) && { date: shown }) };
}

/** From the beginning to the last digit of a date or time, with what belongs to it. */
const TIME_AND_DATE =
  /^[^<@]*\d(?:\s?[AP]\.?M\.?\b|\s?(?:Uhr|GMT|UTC|CES?T|[A-Z]{3,4})\b(?:\s?[+-]\d{1,4})?|\s?[+-]\d{4}|年|月|日|時|时|분|\([^)]{1,4}\))*(?:[,，、]|\s|$|(?=[<[]))/u;

/** "Ada Byron" of `Ada Byron <ada@example.com>`, else the address. */
function nameIn(text: string): string | undefined {
  const plain = text.replace(/\\/g, "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
  const address = ADDRESS.exec(plain)?.[0];
  const before = address === undefined ? plain : plain.slice(0, plain.indexOf(address));
  const name = (/\p{L}/u.test(before) ? before : plain)
    .replace(ADDRESS, " ")
    .replace(/["*<>[\]()]|mailto:/g, " ")
    .replace(/^[\s,，、.;:-]+|[\s,，、;:-]+$/g, "")
    .replace(/^(?:um|at|à|a las|alle|om|kl\.?|o godz\.?)\s+/iu, "")
    .replace(/\s+/g, " ")
    .trim();
  return (/\p{L}/u.test(name) ? name : undefined) ?? address;
}

/** A line without the marks of Markdown at its ends. */
function bare(line: string | undefined): string {
  return (line ?? "").trim().replace(/\\([_*<>-])/g, "$1");
}

function nextFilled(lines: readonly string[], from: number): number {
  let at = from;
  while (at < lines.length && (lines[at] ?? "").trim() === "") at++;
  return at;
}
