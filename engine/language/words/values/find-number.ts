import type { NormalForm } from "./normal-form";

const GROUPED = /[1-9]\d{0,2}(?:([.,'’\u00a0\u202f])\d{3})(?:\1\d{3})*(?:([.,])(\d{1,2}))?(?![\d.,]?\d)/y;
const SPACED = /[1-9]\d{0,2}(?: \d{3})+(?:[.,](\d{1,2}))?(?![\d.,]?\d)/y;
const DECIMAL = /\d+(?:[.,]\d{1,2})?(?![\d.,]?\d)/y;
const SIGN_BEFORE = /([$€£¥₹])\s?$/;
const SIGN_AFTER = /\s?(?:([$€£¥₹%])|(\p{L}+)(?![\p{L}\p{N}]))/uy;
/** The words of signs, codes and currencies, as they are in the index. */
const CURRENCIES: Readonly<Record<string, string>> = {
  ...{
    $: "dollar",
    usd: "dollar",
    dollar: "dollar",
    dollars: "dollar",
    dollari: "dollar",
    dólares: "dollar",
  },
  ...{ "€": "euro", eur: "euro", euro: "euro", euros: "euro" },
  ...{ "£": "pound", gbp: "pound", pound: "pound", pounds: "pound", pfund: "pound" },
  ...{ "¥": "yen", jpy: "yen", yen: "yen", "₹": "rupe", inr: "rupe", rupees: "rupe" },
  ...{
    kr: "kr",
    sek: "kr",
    nok: "kr",
    dkk: "kr",
    krona: "kr",
    kronor: "kr",
    krone: "kr",
    kroner: "kr",
    kronen: "kr",
  },
  ...{
    chf: "franc",
    franken: "franc",
    francs: "franc",
    pln: "zł",
    zł: "zł",
    złotych: "zł",
    zloty: "zł",
    czk: "kč",
    kč: "kč",
  },
  ...{ rub: "рубл", руб: "рубл", рублей: "рубл", рубля: "рубл" },
};
const PERCENT = /^(?:%|percent|prozent|pct|procent|prosent|procento|procenta)$/;

/** The number that begins at a digit of the text, where it has groups of three digits, a decimal comma or a sign. */
export function findNumber(text: string, at: number): NormalForm | undefined {
  const before = SIGN_BEFORE.exec(text.slice(Math.max(0, at - 2), at));
  const start = at - (before?.[0].length ?? 0);
  const { length, value, isPlain } = readNumber(text, at);
  if (length === 0) return undefined;
  const after = unitAfter(text, at + length);
  const end = at + length + (after?.length ?? 0);
  const currency = CURRENCIES[before?.[1] ?? after?.unit ?? ""];
  if (currency !== undefined) return { start, end, terms: [value.replace(/\.0+$/, "")], currency };
  if (after) return { start, end, terms: [value, "percent"] };
  return isPlain ? undefined : { start, end, terms: [value] };
}

/** The currency or the sign of percent after a number. */
function unitAfter(text: string, at: number): { readonly length: number; readonly unit: string } | undefined {
  SIGN_AFTER.lastIndex = at;
  const match = SIGN_AFTER.exec(text);
  const unit = (match?.[1] ?? match?.[2])?.toLowerCase();
  if (!match || unit === undefined || (CURRENCIES[unit] === undefined && !PERCENT.test(unit)))
    return undefined;
  return { length: match[0].length, unit };
}

interface ReadNumber {
  readonly length: number;
  readonly value: string;
  /** Written as its value is. */
  readonly isPlain: boolean;
}

function readNumber(text: string, at: number): ReadNumber {
  const grouped = execAt(GROUPED, text, at) ?? spacedAmount(text, at);
  if (grouped) {
    const decimals = /[.,](\d{1,2})$/.exec(grouped)?.[1];
    const whole = decimals === undefined ? grouped : grouped.slice(0, -decimals.length - 1);
    const value =
      whole.replace(/\D/g, "") + (decimals === undefined || /^0+$/.test(decimals) ? "" : `.${decimals}`);
    return { length: grouped.length, value, isPlain: false };
  }
  const decimal = execAt(DECIMAL, text, at);
  if (decimal === undefined) return { length: 0, value: "", isPlain: true };
  return { length: decimal.length, value: decimal.replace(",", "."), isPlain: !decimal.includes(",") };
}

/** Groups after spaces may be a list of numbers; they are one where a currency follows. */
function spacedAmount(text: string, at: number): string | undefined {
  const spaced = execAt(SPACED, text, at);
  if (spaced === undefined) return undefined;
  return unitAfter(text, at + spaced.length) ? spaced : undefined;
}

function execAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
