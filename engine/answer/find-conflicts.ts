import type { AnswerConflict, Citation } from "../model/answer";
import type { Retriever } from "../retrieve/retriever";
import { plainText } from "../util/plain-text";
import { ageWords } from "./age-words";

type Cited = Pick<Citation, "n" | "quote" | "source" | "sourceId" | "itemId" | "updatedAt">;
type Terms = Pick<Retriever, "terms">;

/** Of the content words of the shorter statement: from here two statements are about the same. */
const SAME_SUBJECT = 0.5;
const FEWEST_SHARED = 3;
const NEGATIONS = /\b(?:not|no|never|none|without|cannot|\w+n['’]t|no longer|neither|nor)\b/i;
/** A denial reads much like what it denies. */
const SAME_BUT_DENIED = 0.7;
const NUMBER_WORDS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/gi;
/** An amount with its unit: "16 weeks", "3 May", "$500", "12 %". */
const AMOUNT = /(?<sign>[$€£]\s?)?(?<number>\d+(?:[.,:]\d+)*)(?:st|nd|rd|th)?[\s-]*(?<unit>%|[\p{L}]+)?/gu;
const LONGEST_SHOWN = 160;

/**
 * The cited statements of different documents that are about the same and differ in an amount, a date or a denial.
 * The newer one comes first; `now` in milliseconds since the epoch.
 */
export function findConflicts(
  citations: readonly Cited[],
  retriever: Terms,
  now: number,
): readonly AnswerConflict[] {
  const read = citations.map((citation) => readStatement(citation, retriever));
  return read.flatMap((a, at) =>
    read.slice(at + 1).flatMap((b) => {
      if (isSameItem(a.citation, b.citation) || !disagree(a, b)) return [];
      const [newer, older] = a.citation.updatedAt >= b.citation.updatedAt ? [a, b] : [b, a];
      const text = `${say(newer, now)}; ${say(older, now)}`;
      return [{ newer: newer.citation.n, older: older.citation.n, text }];
    }),
  );
}

interface Statement {
  readonly citation: Cited;
  readonly words: string;
  readonly terms: ReadonlySet<string>;
  readonly isDenied: boolean;
  readonly weekdays: ReadonlySet<string>;
  /** Amounts by their unit. */
  readonly amounts: ReadonlyMap<string, ReadonlySet<string>>;
}

function readStatement(citation: Cited, retriever: Terms): Statement {
  const words = plainText(citation.quote).replace(/\s+/g, " ").trim();
  const digits = NUMBER_WORDS.reduce(
    (text, word, number) => text.replace(new RegExp(`\\b${word}\\b`, "gi"), String(number)),
    words,
  );
  const content = words.replace(WEEKDAY, " ").replace(/\d+/g, " ");
  return {
    citation,
    words,
    terms: new Set(retriever.terms(content).flatMap(({ term, weight }) => (weight > 0 ? [term] : []))),
    isDenied: NEGATIONS.test(words),
    weekdays: new Set((words.match(WEEKDAY) ?? []).map((day) => day.toLowerCase().replace(/s$/, ""))),
    amounts: amountsIn(digits),
  };
}

function amountsIn(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const amounts = new Map<string, Set<string>>();
  for (const { groups } of text.matchAll(AMOUNT)) {
    const { sign, number = "", unit = "" } = groups ?? {};
    const of = sign?.trim() ?? unit.toLowerCase().replace(/s$/, "");
    if (of === "") continue;
    amounts.set(of, (amounts.get(of) ?? new Set()).add(number.replace(/[,.](?=\d{3}\b)/g, "")));
  }
  return amounts;
}

function disagree(a: Statement, b: Statement): boolean {
  const shared = [...a.terms].filter((term) => b.terms.has(term)).length;
  const likeness = shared / Math.max(1, Math.min(a.terms.size, b.terms.size));
  if (shared < FEWEST_SHARED || likeness < SAME_SUBJECT) return false;
  if (a.isDenied !== b.isDenied && likeness >= SAME_BUT_DENIED) return true;
  if (areApart(a.weekdays, b.weekdays)) return true;
  return [...a.amounts].some(([unit, numbers]) => areApart(numbers, b.amounts.get(unit) ?? new Set()));
}

/** Both say something, and nothing in common. */
function areApart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && [...a].every((value) => !b.has(value));
}

function isSameItem(a: Cited, b: Cited): boolean {
  return a.sourceId === b.sourceId && a.itemId === b.itemId;
}

function say({ citation, words }: Statement, now: number): string {
  const age = ageWords(Date.parse(citation.updatedAt), now);
  const shown = words.length > LONGEST_SHOWN ? `${words.slice(0, LONGEST_SHOWN)}…` : words;
  return `${citation.source} (${age}) says “${shown}” [${citation.n}]`;
}
