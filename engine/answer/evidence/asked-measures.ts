import type { Fact } from "../../language/facts";
import type { LimitPatterns } from "../../language/language";

/** An amount or a duration that a question names, with the word of the question that has its number. */
export interface AskedMeasure {
  readonly fact: Fact;
  /** Position among the question's words. */
  readonly word: number;
}

/** A statement's own words with the facts in them. */
export interface MeasuredText {
  readonly text: string;
  readonly facts: readonly Fact[];
}

const MEASURED_KINDS: ReadonlySet<Fact["kind"]> = new Set(["amount", "duration"]);
/** Characters before and after a number that say whether it is a limit. */
const MAX_LIMIT_CHARACTERS = 24;

/** The amounts and durations of a question: "20 m" in "What does a berth for 20 m cost?". */
export function askedMeasures(
  question: string,
  words: readonly { readonly word: string }[],
  facts: readonly Fact[],
): readonly AskedMeasure[] {
  return facts.flatMap((fact) => {
    const [digits = ""] = /\d[\d.,]*/.exec(question.slice(fact.start, fact.end)) ?? [];
    const word = words.findIndex((one) => digits !== "" && one.word === digits);
    return MEASURED_KINDS.has(fact.kind) && word >= 0 ? [{ fact, word }] : [];
  });
}

/**
 * Whether a statement is about a measure: true where it has it or a limit that covers it ("up to 25 m"), false where it
 * has another of the same unit, undefined where it has none.
 */
export function coversMeasure(
  { text, facts }: MeasuredText,
  { fact }: AskedMeasure,
  limits: LimitPatterns,
): boolean | undefined {
  const same = facts.filter(({ kind, unit }) => kind === fact.kind && unit === fact.unit);
  if (same.length === 0) return undefined;
  return same.some((other) => covers(text, other, numberOf(fact), limits));
}

function covers(text: string, other: Fact, asked: number, limits: LimitPatterns): boolean {
  const value = numberOf(other);
  if (value === asked) return true;
  const before = text.slice(Math.max(0, other.start - MAX_LIMIT_CHARACTERS), other.start);
  const after = text.slice(other.end, other.end + MAX_LIMIT_CHARACTERS);
  const from = limits.rangeStart.exec(before)?.groups?.from;
  if (from !== undefined) return Number(from) <= asked && asked <= value;
  if (limits.upperBefore.test(before) || limits.upperAfter.test(after)) return asked <= value;
  if (limits.lowerBefore.test(before) || limits.lowerAfter.test(after)) return asked >= value;
  return false;
}

function numberOf({ value }: Fact): number {
  return Number.parseFloat(value);
}
