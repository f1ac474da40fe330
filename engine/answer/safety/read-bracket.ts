import { visibleAddress } from "./visible-address";

/** What stands in a pair of brackets, `length` characters long with them. */
export type Bracket =
  | { readonly kind: "citation"; readonly numbers: readonly number[]; readonly length: number }
  | { readonly kind: "link"; readonly label: string; readonly host: string; readonly length: number }
  /** Whether it is one of these shows only with more text. */
  | { readonly kind: "unfinished" }
  /** Nothing of the kind. */
  | { readonly kind: "none" };

/** Longer labels and destinations are no link of an answer. */
const LONGEST_LABEL = 400;
const LONGEST_DESTINATION = 4_000;
/** "3", "1, 2", "1–3", "^1", "source 2", "1†title": what models put in brackets for a citation. */
const NUMBERS =
  /^\^?\s*(?:(?:sources?|passages?|refs?\.?)\s*)?#?\d{1,3}(?:\s*(?:[,;&–-]|and)\s*\^?#?\d{1,3})*\s*(?:†[^\]】]*)?$/i;
const LONGEST_RANGE = 20;
const CLOSING: Readonly<Record<string, string>> = { "[": "]", "【": "】", "(": ")" };

/** Reads the brackets that `text` begins with; `ended` says that nothing follows it. */
export function readBracket(text: string, ended: boolean): Bracket {
  const close = closingOf(text, LONGEST_LABEL);
  if (close === undefined) return none(!ended && !text.includes("\n") && text.length < LONGEST_LABEL);
  const inside = text.slice(1, close);
  const numbers = readNumbers(inside);
  if (numbers) return { kind: "citation", numbers, length: close + 1 };
  if (text.startsWith("【")) return { kind: "none" };
  const rest = text.slice(close + 1);
  if (rest === "") return none(!ended);
  if (!rest.startsWith("(")) return { kind: "none" };
  const end = closingOf(rest, LONGEST_DESTINATION);
  if (end === undefined) return none(!ended && !rest.includes("\n") && rest.length < LONGEST_DESTINATION);
  const [destination = ""] = rest.slice(1, end).trim().split(/\s/);
  return { kind: "link", label: inside, host: visibleAddress(destination), length: close + 1 + end + 1 };
}

function none(mayGoOn: boolean): Bracket {
  return { kind: mayGoOn ? "unfinished" : "none" };
}

/** Where the bracket that `text` begins with is closed, on the same line. */
function closingOf(text: string, most: number): number | undefined {
  const open = text.charAt(0);
  const close = CLOSING[open];
  let depth = 0;
  for (let at = 0; at < Math.min(text.length, most); at++) {
    const character = text.charAt(at);
    if (character === "\n") return undefined;
    if (character === "\\" && text.charAt(at + 1) !== "\n") at++;
    else if (character === open) depth++;
    else if (character === close && --depth === 0) return at;
  }
  return undefined;
}

/** `[[1]]` is `[1]`. */
function readNumbers(inside: string): readonly number[] | undefined {
  const inner = /^\[(.*)\]$/.exec(inside)?.[1] ?? inside;
  if (!NUMBERS.test(inner)) return undefined;
  const listed = inner.replace(/†.*$/, "");
  const numbers = [...listed.matchAll(/(\d{1,3})(?:\s*[–-]\s*\^?#?(\d{1,3}))?/g)].flatMap(([, first, last]) =>
    range(Number(first), Number(last ?? first)),
  );
  return [...new Set(numbers)];
}

function range(first: number, last: number): readonly number[] {
  if (last < first || last - first > LONGEST_RANGE) return [first, last];
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}
