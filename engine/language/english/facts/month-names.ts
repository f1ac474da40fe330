/** Languages whose months are read in dates, beside the words of English. */
const LOCALES = ["en", "de", "fr", "es", "it", "nl", "pt"];
const LOCALES_WITH_SHORT_NAMES = ["en", "de"];

/** Months from 1 by their name in lower case: "may", "mai", "sept". */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    ...LOCALES.flatMap((locale) => namesOf(locale, "long")),
    ...LOCALES_WITH_SHORT_NAMES.flatMap((locale) => namesOf(locale, "short")),
  ].flatMap(([name, month]) => [
    [name, month],
    [name.normalize("NFD").replace(/\p{M}/gu, ""), month],
  ]),
);

/** The source of a pattern for the name of a month, the longest first. */
export const MONTH_NAME = `(?:${[...MONTHS.keys()].sort((a, b) => b.length - a.length).join("|")})`;

function namesOf(locale: string, month: "long" | "short"): readonly (readonly [string, number])[] {
  const format = new Intl.DateTimeFormat(locale, { month, timeZone: "UTC" });
  return Array.from({ length: 12 }, (_, index) => [
    format
      .format(Date.UTC(2026, index, 15))
      .toLowerCase()
      .replace(/\.$/, ""),
    index + 1,
  ]);
}
