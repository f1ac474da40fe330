import { foldWord } from "../fold-word";
import { LANGUAGE_TAGS } from "../language-tag";

/** Any year: the fifth is in every month, and one digit is never a month's name. */
const YEAR = 2024;
const DAY = 5;

let months: ReadonlyMap<string, number> | undefined;

/** The number of a month by its name or its usual abbreviation in any covered language, as it stands in a date. */
export function monthOf(word: string): number | undefined {
  months ??= nameMonths();
  return months.get(foldWord(word).replace(/\.$/, ""));
}

function nameMonths(): ReadonlyMap<string, number> {
  const names = new Map<string, number>();
  for (const tag of LANGUAGE_TAGS) {
    for (const month of ["long", "short"] as const) {
      const format = new Intl.DateTimeFormat(`${tag}-u-ca-gregory-nu-latn`, {
        ...{ day: "numeric", month, timeZone: "UTC" },
      });
      for (let number = 1; number <= 12; number++) {
        const parts = format.formatToParts(Date.UTC(YEAR, number - 1, DAY));
        const name = foldWord(parts.find(({ type }) => type === "month")?.value ?? "").replace(/\.$/, "");
        // The same name in two languages is nearly always the same month; the first language is English.
        if (/^\p{L}[\p{L}\p{M}]+$/u.test(name) && !names.has(name)) names.set(name, number);
      }
    }
  }
  return names;
}
