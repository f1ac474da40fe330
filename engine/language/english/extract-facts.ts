import type { Facts } from "../language";

const NEGATION = /\b(?:not|no|never|none|without|cannot|\w+n['’]t|no longer|neither|nor)\b/i;
/** In the order of what they count, from 0. */
export const NUMBER_WORDS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );
const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/gi;
/** An amount with its unit: "16 weeks", "3 May", "$500", "12 %". */
const AMOUNT = /(?<sign>[$€£]\s?)?(?<number>\d+(?:[.,:]\d+)*)(?:st|nd|rd|th)?[\s-]*(?<unit>%|[\p{L}]+)?/gu;
const THOUSANDS_SEPARATOR = /[,.](?=\d{3}\b)/g;

/** The negation, weekdays and amounts of a text without markup. */
export function extractFacts(text: string): Facts {
  const digits = NUMBER_WORDS.reduce(
    (result, word, number) => result.replace(new RegExp(`\\b${word}\\b`, "gi"), String(number)),
    text,
  );
  return {
    isNegated: NEGATION.test(text),
    weekdays: new Set((text.match(WEEKDAY) ?? []).map((day) => toSingular(day.toLowerCase()))),
    amounts: amountsIn(digits),
    rest: text.replace(WEEKDAY, " ").replace(/\d+/g, " "),
  };
}

function amountsIn(text: string): ReadonlyMap<string, ReadonlySet<string>> {
  const amounts = new Map<string, Set<string>>();
  for (const { groups } of text.matchAll(AMOUNT)) {
    const { sign, number = "", unit = "" } = groups ?? {};
    const key = sign?.trim() ?? toSingular(unit.toLowerCase());
    if (key === "") continue;
    amounts.set(key, (amounts.get(key) ?? new Set()).add(number.replace(THOUSANDS_SEPARATOR, "")));
  }
  return amounts;
}

function toSingular(word: string): string {
  return word.replace(/s$/, "");
}
