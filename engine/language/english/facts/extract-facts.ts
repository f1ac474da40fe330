import type { Fact, Facts } from "../../facts";
import { findAmounts, findDurations, findMoney, findPercentages, findPhones, findVersions } from "./amounts";
import { findDates, findWeekdays } from "./dates";
import { findNames } from "./names";
import { findTimes } from "./times";

const NEGATION =
  /\b(?:not|no|never|none|without|cannot|\w+n['’]t|no longer|neither|nor|forbidden|prohibited|banned|disallowed)\b/i;
const AFFIRMATION = "yes|allowed|permitted";
const POLARITY_WORD = new RegExp(
  String.raw`\b(?:not|no|never|none|without|cannot|\w+n['’]t|forbidden|prohibited|banned|disallowed|${AFFIRMATION})\b`,
  "gi",
);
/** In the order in which they read a text; what one has read, the next ones do not see. */
const FINDERS: readonly ((text: string) => readonly Fact[])[] = [
  findDates,
  findWeekdays,
  findVersions,
  findMoney,
  findPercentages,
  findTimes,
  findPhones,
  findDurations,
  findAmounts,
];

/** The facts of a text without markup, in order. */
export function extractFacts(text: string): Facts {
  let unread = text;
  const facts: Fact[] = [];
  for (const find of FINDERS) {
    const found = find(unread);
    facts.push(...found);
    for (const { start, end } of found) unread = mask(unread, start, end);
  }
  return {
    isNegated: NEGATION.test(text),
    polarityWords: [...text.matchAll(POLARITY_WORD)].map(({ 0: words, index }) => [
      index,
      index + words.length,
    ]),
    facts: [...facts, ...findNames(unread)].sort((a, b) => a.start - b.start),
  };
}

function mask(text: string, start: number, end: number): string {
  return text.slice(0, start) + "_".repeat(end - start) + text.slice(end);
}
