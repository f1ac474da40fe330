import type { Language } from "../../../language/language";
import type { Passage } from "../../../model/passage";
import { numbersIn } from "./numbers-in";

/** The numbers and words of a passage, with those of its document's title, place, author and date. */
export interface KnownFacts {
  readonly numbers: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

export interface KnownFactsDeps {
  readonly language: Language;
  readonly sourceLabel: (sourceId: string) => string;
}

/** Letters that two forms of a word have in common at least, and those of its ending at most. */
const MIN_STEM = 4;
const MAX_ENDING = 3;

export function knownFacts(
  { document, chunk }: Passage,
  { language, sourceLabel }: KnownFactsDeps,
): KnownFacts {
  const { title, container = [], author = "", updatedAt, text, sourceId } = document;
  const place = [title, sourceLabel(sourceId), ...container, author, ...chunk.headings];
  const all = [...place, text.slice(chunk.start, chunk.end)].join("\n");
  const words = new Set(toWords(all));
  const months = monthNames(language.tag).flatMap((names, month) =>
    names.some((name) => words.has(name)) ? [String(month + 1)] : [],
  );
  const numbers = new Set([...numbersIn(all, language).flatMap(({ values }) => values), ...months]);
  if (updatedAt > 0) for (const part of datePartsOf(updatedAt)) numbers.add(part);
  for (const number of numbers) {
    const word = language.texts.numberWords[Number(number)];
    if (word !== undefined) words.add(word);
  }
  return { numbers, words };
}

/** True where one of these has the word, in another form, too: "Berlin's", "Berliner". A month may be a number there. */
export function isKnownWord(
  word: string,
  known: readonly KnownFacts[],
  { tag }: Pick<Language, "tag">,
): boolean {
  const has = (part: string) =>
    known.some(({ words }) => words.has(part) || words.has(part.replace(/s$/, "")) || hasForm(part, words));
  if (toWords(word).every(has)) return true;
  const month = monthNames(tag).findIndex((names) => names.includes(fold(word)));
  return month >= 0 && known.some(({ numbers }) => numbers.has(String(month + 1)));
}

function hasForm(word: string, words: ReadonlySet<string>): boolean {
  for (const other of words) {
    const [short, long] = other.length < word.length ? [other, word] : [word, other];
    if (short.length < MIN_STEM || long.length - short.length > MAX_ENDING) continue;
    if (long.startsWith(short) || long.startsWith(short.replace(/[ey]$/, ""))) return true;
  }
  return false;
}

function toWords(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Long and short names of the months of a language. */
function monthNames(tag: string): readonly (readonly string[])[] {
  const formats = (["long", "short"] as const).map(
    (month) => new Intl.DateTimeFormat(tag, { month, timeZone: "UTC" }),
  );
  return Array.from({ length: 12 }, (_, month) =>
    formats.map((format) => fold(format.format(Date.UTC(2026, month, 15)))),
  );
}

function datePartsOf(time: number): readonly string[] {
  const date = new Date(time);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()].map(String);
}
