import type { Fact } from "../../facts";
import { NUMBER, normaliseNumber } from "./numbers";

/** By what stands before or after a sum of money, in lower case. */
const CURRENCIES: Readonly<Record<string, string>> = {
  $: "usd",
  usd: "usd",
  dollar: "usd",
  "€": "eur",
  eur: "eur",
  euro: "eur",
  "£": "gbp",
  gbp: "gbp",
  pound: "gbp",
  "¥": "jpy",
  yen: "jpy",
  chf: "chf",
  franc: "chf",
  kr: "kr",
  sek: "kr",
  nok: "kr",
  dkk: "kr",
  kroner: "kr",
  kronor: "kr",
  crown: "kr",
};
const SIGN = String.raw`(?:US\$|[$€£¥]|(?<!\p{L})(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|kr\.?)(?!\p{L}))`;
const CURRENCY_WORD = String.raw`(?:[$€£¥]|(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|kr|euros?|dollars?|pounds?|yen|francs?|kroner|kronor|crowns?)(?!\p{L}))`;
const MONEY = new RegExp(
  String.raw`(?<before>${SIGN})\s*(?<first>${NUMBER})|(?<second>${NUMBER})(?:,-|,–)?\s*(?<after>${CURRENCY_WORD})`,
  "giu",
);
const PERCENT = new RegExp(
  String.raw`(?<number>${NUMBER})\s*(?:%|(?:percent|per\s+cent|prozent)(?!\p{L}))`,
  "giu",
);
const PHONE = /(?<![\p{L}\d.,+])(?:\+|\(0|0)\d(?:[\s()/.-]{0,3}\d){5,13}(?![\p{L}\d])/gu;
const VERSION =
  /(?<!\p{L})(?:v\.?\s*(?=\d)|(?:version|release|revision|rev\.?)\s+(?=v?\d)v?)(?<version>\d+(?:\.\d+)*)(?![\p{L}\d%])|(?<![\d.,\p{L}])(?<dotted>\d+\.\d+\.\d+)(?![\d.,]\d|\p{L})/giu;
/** Days of a unit of time. */
const UNIT_DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 30.42, year: 365, night: 1 };
/** Minutes of a shorter unit. */
const UNIT_MINUTES: Readonly<Record<string, number>> = { minute: 1, min: 1, hour: 60, hr: 60 };
/** Units of time in other languages: German, French, Spanish, Italian, Dutch. */
const FOREIGN_UNITS: Readonly<Record<string, readonly string[]>> = {
  day: ["tag", "tage", "tagen", "jour", "día", "giorni", "dagen"],
  week: ["woche", "wochen", "semaine", "semana", "settimane", "weken"],
  month: ["monat", "monate", "monaten", "mois", "mes", "mese", "mesi", "maanden"],
  year: ["jahr", "jahre", "jahren", "an", "année", "año", "anni", "jaar"],
  hour: ["stunde", "stunden", "heure", "hora", "ore", "uur"],
};
const ENGLISH_UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries(FOREIGN_UNITS).flatMap(([unit, names]) => names.map((name) => [name, unit] as const)),
);
const ADJECTIVE =
  "(?:working|business|calendar|full|paid|free|extra|more|additional|consecutive|different|new|whole|official|public)";
/** A number with what is counted, which may have an adjective before it: "16 desks", "30 new desks". */
const AMOUNT = new RegExp(
  String.raw`(?<number>${NUMBER})(?=(?:st|nd|rd|th)?[\s-]+(?:${ADJECTIVE}[\s-]+)?(?<unit>\p{L}+)|)`,
  "giu",
);
const DURATION = new RegExp(
  String.raw`(?<number>${NUMBER})[\s-]*(?:${ADJECTIVE}[\s-]+)?(?<unit>\p{L}+)`,
  "giu",
);
/** Words after a number that say nothing of what is counted. */
const NO_UNIT = new Set(
  "a an and are as at be but by for from if in is it of on or per that the then to up was were will with times each and than until".split(
    " ",
  ),
);

/** Sums of money with their currency, "500 usd". */
export function findMoney(text: string): readonly Fact[] {
  return [...text.matchAll(MONEY)].map(({ 0: words, index, groups = {} }) => {
    const sign = (groups.before ?? groups.after ?? "").toLowerCase().replace(/^us(?=\$)/, "");
    const currency = CURRENCIES[sign] ?? CURRENCIES[toSingular(sign)] ?? sign;
    const number = normaliseNumber(groups.first ?? groups.second ?? "");
    return { kind: "money", value: `${number} ${currency}`, start: index, end: index + words.length };
  });
}

export function findPercentages(text: string): readonly Fact[] {
  return [...text.matchAll(PERCENT)].map(({ 0: words, index, groups }) => ({
    kind: "percent",
    value: normaliseNumber(groups?.number ?? ""),
    start: index,
    end: index + words.length,
  }));
}

/** Phone numbers as their digits. */
export function findPhones(text: string): readonly Fact[] {
  return [...text.matchAll(PHONE)].map(({ 0: words, index }) => ({
    kind: "phone",
    value: words.replace(/\D/g, ""),
    start: index,
    end: index + words.length,
  }));
}

/** Versions of software and documents: "2.1". */
export function findVersions(text: string): readonly Fact[] {
  return [...text.matchAll(VERSION)].map(({ 0: words, index, groups }) => ({
    kind: "version",
    value: groups?.version ?? groups?.dotted ?? "",
    start: index,
    end: index + words.length,
  }));
}

/** Lengths of time, in days, or in minutes below a day. */
export function findDurations(text: string): readonly Fact[] {
  return [...text.matchAll(DURATION)].flatMap(({ 0: words, index, groups = {} }): Fact[] => {
    const { number = "", unit = "" } = groups;
    const name = unit.toLowerCase();
    const value = toDuration(Number(normaliseNumber(number)), toUnitName(name));
    return value === undefined ? [] : [{ kind: "duration", value, start: index, end: index + words.length }];
  });
}

function toUnitName(name: string): string {
  const singular = toSingular(name);
  return ENGLISH_UNITS.get(name) ?? ENGLISH_UNITS.get(singular) ?? singular;
}

function toDuration(count: number, unit: string): string | undefined {
  const [days, minutes] = [UNIT_DAYS[unit], UNIT_MINUTES[unit]];
  if (days !== undefined) return `${Math.round(count * days)} days`;
  return minutes === undefined ? undefined : `${count * minutes} minutes`;
}

/** Numbers with what they count, and without. */
export function findAmounts(text: string): readonly Fact[] {
  return [...text.matchAll(AMOUNT)].flatMap(({ 0: words, index, groups = {} }): Fact[] => {
    const noun = groups.unit?.toLowerCase() ?? "";
    const hasUnit = noun !== "" && !NO_UNIT.has(noun);
    // "One" is more often a pronoun than a number.
    if (/^one$/i.test(words) && !hasUnit) return [];
    const place = { value: normaliseNumber(words), start: index, end: index + words.length };
    return [hasUnit ? { kind: "amount", unit: toSingular(noun), ...place } : { kind: "number", ...place }];
  });
}

export function toSingular(word: string): string {
  return word.length > 3 ? word.replace(/(?<!s)s$/, "") : word;
}
