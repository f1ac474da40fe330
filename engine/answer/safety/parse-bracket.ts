import { visibleAddress } from "./visible-address";

/** The content of a pair of brackets; `length` is in characters, with the brackets. */
export type Bracket =
  | { readonly kind: "citation"; readonly numbers: readonly number[]; readonly length: number }
  | { readonly kind: "link"; readonly label: string; readonly host: string; readonly length: number }
  /** More text is needed to decide. */
  | { readonly kind: "unfinished" }
  /** Neither citation nor link. */
  | { readonly kind: "none" };

/** With a longer label or destination it is no link. */
const MAX_LABEL_CHARACTERS = 400;
const MAX_DESTINATION_CHARACTERS = 4_000;
const MAX_RANGE = 20;
const CLOSING: Readonly<Record<string, string>> = { "[": "]", "【": "】", "(": ")" };

export interface BracketOptions {
  /** True when no more text follows. */
  readonly ended: boolean;
  /** Matches all of what models write in brackets for a citation. */
  readonly citationNumbers: RegExp;
}

/** Parses the brackets that `text` begins with. */
export function parseBracket(text: string, { ended, citationNumbers }: BracketOptions): Bracket {
  const close = findClosing(text, MAX_LABEL_CHARACTERS);
  if (close === undefined)
    return unresolved(!ended && !text.includes("\n") && text.length < MAX_LABEL_CHARACTERS);
  const inside = text.slice(1, close);
  const numbers = parseNumbers(inside, citationNumbers);
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

/** The position of the bracket that closes the first one, on the same line. */
function findClosing(text: string, limit: number): number | undefined {
  const open = text.charAt(0);
  const close = CLOSING[open];
  let depth = 0;
  for (let position = 0; position < Math.min(text.length, limit); position++) {
    const character = text.charAt(position);
    if (character === "\n") return undefined;
    if (character === "\\" && text.charAt(position + 1) !== "\n") position++;
    else if (character === open) depth++;
    else if (character === close && --depth === 0) return position;
  }
  return undefined;
}

/** The numbers of a citation; `[[1]]` is read as `[1]`. */
function parseNumbers(inside: string, citationNumbers: RegExp): readonly number[] | undefined {
  const inner = /^\[(.*)\]$/.exec(inside)?.[1] ?? inside;
  if (!citationNumbers.test(inner)) return undefined;
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
