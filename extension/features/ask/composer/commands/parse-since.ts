/** A start time at the beginning of a text, and the rest of the text. */
export interface Since {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly label: string;
  readonly rest: string;
}

const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const UNIT = /^(\d{1,4})\s*(h|hours?|d|days?|w|weeks?|months?|y|years?)(?:\s+ago)?\b/i;
const DATE = /^(\d{4})-(\d{2})(?:-(\d{2}))?(?![\d-])/;
const WORD = /^(?:last\s+)?([a-z]+)\b/i;

/** Parses a start time at the beginning of a text: "yesterday", "monday", "3 weeks", "2026-05-01". */
export function parseSince(text: string, now: number): Since | undefined {
  const words = text.trimStart();
  const found = parseUnit(words, now) ?? parseDate(words) ?? parseWord(words, now);
  if (!found || Number.isNaN(found.at.getTime())) return undefined;
  const label = words.slice(0, found.length).trim();
  return { at: found.at.getTime(), label, rest: words.slice(found.length).trim() };
}

interface DateMatch {
  readonly at: Date;
  /** Number of characters that express the time. */
  readonly length: number;
}

function parseUnit(words: string, now: number): DateMatch | undefined {
  const match = UNIT.exec(words);
  if (!match) return undefined;
  const at = new Date(now);
  const count = Number(match[1]);
  const unit = (match[2] ?? "").toLowerCase();
  if (unit.startsWith("h")) at.setHours(at.getHours() - count);
  else if (unit.startsWith("d")) at.setDate(at.getDate() - count);
  else if (unit.startsWith("w")) at.setDate(at.getDate() - 7 * count);
  else if (unit.startsWith("m")) at.setMonth(at.getMonth() - count);
  else at.setFullYear(at.getFullYear() - count);
  return { at, length: match[0].length };
}

function parseDate(words: string): DateMatch | undefined {
  const match = DATE.exec(words);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 1)];
  const at = new Date(year, month - 1, day);
  // February has no 31st day.
  return at.getMonth() === month - 1 ? { at, length: match[0].length } : undefined;
}

function parseWord(words: string, now: number): DateMatch | undefined {
  const match = WORD.exec(words);
  if (!match) return undefined;
  const at = resolveDay(
    match[0].toLowerCase().replace(/\s+/g, " "),
    new Date(new Date(now).setHours(0, 0, 0, 0)),
  );
  return at && { at, length: match[0].length };
}

/** `day` is midnight at the start of today. */
function resolveDay(word: string, day: Date): Date | undefined {
  const daysAgo = (days: number) => new Date(day.getFullYear(), day.getMonth(), day.getDate() - days);
  if (word === "today") return day;
  if (word === "yesterday") return daysAgo(1);
  if (word === "last week") return daysAgo(7);
  if (word === "last month") return new Date(day.getFullYear(), day.getMonth() - 1, day.getDate());
  if (word === "last year") return new Date(day.getFullYear() - 1, day.getMonth(), day.getDate());
  const weekday = WEEKDAYS.indexOf(word.replace(/^last /, ""));
  // On a Monday, "since Monday" means a week ago.
  return weekday < 0 ? undefined : daysAgo(((day.getDay() - weekday + 6) % 7) + 1);
}
