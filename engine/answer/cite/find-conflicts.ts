import { formatAge } from "../../language/english/format-age";
import type { AnswerConflict, Citation } from "../../model/answer";
import type { Retriever } from "../../retrieve/retriever";
import { toPlainText } from "../../util/to-plain-text";

type CitedQuote = Pick<Citation, "n" | "quote" | "source" | "sourceId" | "itemId" | "updatedAt">;
type Terms = Pick<Retriever, "terms">;

/** Of the content words of the shorter statement: from here two statements are about the same. */
const MIN_TERM_OVERLAP = 0.5;
const MIN_SHARED_TERMS = 3;
const NEGATIONS = /\b(?:not|no|never|none|without|cannot|\w+n['’]t|no longer|neither|nor)\b/i;
/** A denial reads much like what it denies. */
const MIN_TERM_OVERLAP_IF_NEGATED = 0.7;
const NUMBER_WORDS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/gi;
/** An amount with its unit: "16 weeks", "3 May", "$500", "12 %". */
const AMOUNT = /(?<sign>[$€£]\s?)?(?<number>\d+(?:[.,:]\d+)*)(?:st|nd|rd|th)?[\s-]*(?<unit>%|[\p{L}]+)?/gu;
const MAX_SHOWN_CHARACTERS = 160;

/**
 * The cited statements of different documents that are about the same and differ in an amount, a date or a denial.
 * The newer one comes first; `now` in milliseconds since the epoch.
 */
export function findConflicts(
  citations: readonly CitedQuote[],
  retriever: Terms,
  now: number,
): readonly AnswerConflict[] {
  const facts = citations.map((citation) => extractFacts(citation, retriever));
  return facts.flatMap((a, position) =>
    facts.slice(position + 1).flatMap((b) => {
      if (isSameItem(a.citation, b.citation) || !isConflict(a, b)) return [];
      const [newer, older] = a.citation.updatedAt >= b.citation.updatedAt ? [a, b] : [b, a];
      const text = `${formatStatement(newer, now)}; ${formatStatement(older, now)}`;
      return [{ newer: newer.citation.n, older: older.citation.n, text }];
    }),
  );
}

interface QuoteFacts {
  readonly citation: CitedQuote;
  readonly text: string;
  readonly terms: ReadonlySet<string>;
  readonly isNegated: boolean;
  readonly weekdays: ReadonlySet<string>;
  /** Amounts by their unit. */
  readonly amounts: ReadonlyMap<string, ReadonlySet<string>>;
}

function extractFacts(citation: CitedQuote, retriever: Terms): QuoteFacts {
  const text = toPlainText(citation.quote).replace(/\s+/g, " ").trim();
  const digits = NUMBER_WORDS.reduce(
    (result, word, number) => result.replace(new RegExp(`\\b${word}\\b`, "gi"), String(number)),
    text,
  );
  const content = text.replace(WEEKDAY, " ").replace(/\d+/g, " ");
  return {
    citation,
    text,
    terms: new Set(retriever.terms(content).flatMap(({ term, weight }) => (weight > 0 ? [term] : []))),
    isNegated: NEGATIONS.test(text),
    weekdays: new Set((text.match(WEEKDAY) ?? []).map((day) => day.toLowerCase().replace(/s$/, ""))),
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

function isConflict(a: QuoteFacts, b: QuoteFacts): boolean {
  const shared = [...a.terms].filter((term) => b.terms.has(term)).length;
  const overlap = shared / Math.max(1, Math.min(a.terms.size, b.terms.size));
  if (shared < MIN_SHARED_TERMS || overlap < MIN_TERM_OVERLAP) return false;
  if (a.isNegated !== b.isNegated && overlap >= MIN_TERM_OVERLAP_IF_NEGATED) return true;
  if (areDisjoint(a.weekdays, b.weekdays)) return true;
  return [...a.amounts].some(([unit, numbers]) => areDisjoint(numbers, b.amounts.get(unit) ?? new Set()));
}

/** Both say something, and nothing in common. */
function areDisjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && [...a].every((value) => !b.has(value));
}

function isSameItem(a: CitedQuote, b: CitedQuote): boolean {
  return a.sourceId === b.sourceId && a.itemId === b.itemId;
}

function formatStatement({ citation, text }: QuoteFacts, now: number): string {
  const age = formatAge(Date.parse(citation.updatedAt), now);
  const shown = text.length > MAX_SHOWN_CHARACTERS ? `${text.slice(0, MAX_SHOWN_CHARACTERS)}…` : text;
  return `${citation.source} (${age}) says “${shown}” [${citation.n}]`;
}
