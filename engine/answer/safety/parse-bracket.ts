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
const MAX_LABEL_CHARACTERS = 400;
const MAX_DESTINATION_CHARACTERS = 4_000;
/** "3", "1, 2", "1–3", "^1", "source 2", "1†title": what models put in brackets for a citation. */
const NUMBERS =
  /^\^?\s*(?:(?:sources?|passages?|refs?\.?)\s*)?#?\d{1,3}(?:\s*(?:[,;&–-]|and)\s*\^?#?\d{1,3})*\s*(?:†[^\]】]*)?$/i;
const MAX_RANGE = 20;
const CLOSING: Readonly<Record<string, string>> = { "[": "]", "【": "】", "(": ")" };

/** Reads the brackets that `text` begins with; `ended` says that nothing follows it. */
export function parseBracket(text: string, ended: boolean): Bracket {
  const close = findClosing(text, MAX_LABEL_CHARACTERS);
  if (close === undefined)
    return unresolved(!ended && !text.includes("\n") && text.length < MAX_LABEL_CHARACTERS);
  const inside = text.slice(1, close);
  const numbers = parseNumbers(inside);
  if (numbers) return { kind: "citation", numbers, length: close + 1 };
  if (text.startsWith("【")) return { kind: "none" };
  const rest = text.slice(close + 1);
  if (rest === "") return unresolved(!ended);
  if (!rest.startsWith("(")) return { kind: "none" };
  const end = findClosing(rest, MAX_DESTINATION_CHARACTERS);
  if (end === undefined)
    return unresolved(!ended && !rest.includes("\n") && rest.length < MAX_DESTINATION_CHARACTERS);
  const [destination = ""] = rest.slice(1, end).trim().split(/\s/);
  return { kind: "link", label: inside, host: visibleAddress(destination), length: close + 1 + end + 1 };
}

function unresolved(isIncomplete: boolean): Bracket {
  return { kind: isIncomplete ? "unfinished" : "none" };
}

/** Where the bracket that `text` begins with is closed, on the same line. */
function findClosing(text: string, limit: number): number | undefined {
  const open = text.charAt(0);
  const close = CLOSING[open];
  let depth = 0;
  for (let at = 0; at < Math.min(text.length, limit); at++) {
    const character = text.charAt(at);
    if (character === "\n") return undefined;
    if (character === "\\" && text.charAt(at + 1) !== "\n") at++;
    else if (character === open) depth++;
    else if (character === close && --depth === 0) return at;
  }
  return undefined;
}

/** `[[1]]` is `[1]`. */
function parseNumbers(inside: string): readonly number[] | undefined {
  const inner = /^\[(.*)\]$/.exec(inside)?.[1] ?? inside;
  if (!NUMBERS.test(inner)) return undefined;
  const listed = inner.replace(/†.*$/, "");
  const numbers = [...listed.matchAll(/(\d{1,3})(?:\s*[–-]\s*\^?#?(\d{1,3}))?/g)].flatMap(([, first, last]) =>
    range(Number(first), Number(last ?? first)),
  );
  return [...new Set(numbers)];
}

function range(first: number, last: number): readonly number[] {
  if (last < first || last - first > MAX_RANGE) return [first, last];
  return Array.from({ length: last - first + 1 }, (_, offset) => first + offset);
}
