import type { Language } from "../../../language/language";
import { countWords } from "../../../util/words";
import { splitSentences } from "../../text/split-sentences";
import type { Claim, ClaimPart } from "./claim";
import { hasFacts } from "./unknown-facts";

const CODE = /^(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^\1[`~]*[ \t]*$|$(?![\s\S]))|`+[^`\n]+`+/gm;
const MARKER = /\[(\d{1,3})\]/g;
/** Citations after the full stop belong to the sentence before it. */
const TRAILING_MARKERS = /^(?:\s*\[\d{1,3}\])+[.!?]?/;
const HEADING = /^\s*#{1,6}\s/;
const RULE = /^\s*\|?[\s:|-]+\|?\s*$/;
const ITEM = /^\s*(?:>\s*)*(?:[-*+•]|\(?\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?/;
const ROW = /^\s*\|.*\|\s*(?:\[\d{1,3}\]\s*)*$/;
/** "**Owner:** Anna", "Owner: Anna"; no time and no address. */
const LABELLED = /^\s*([^:]{1,60}?):(?=\s)\s*(.+)$/s;
const MAX_LABEL_WORDS = 4;
const MIN_WORDS = 4;

/**
 * The claims of an answer. Headings, code and the heads of tables are none, and fewer than four words only where they
 * have a number or a name.
 */
export function findClaims(answer: string, language: Language): readonly Claim[] {
  const prose = answer.replace(CODE, (code) => code.replace(/[^\n]/g, " "));
  const lines = [...prose.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({ index, line }));
  let isTable = false;
  return lines.flatMap(({ index, line }, at) => {
    const range = [index, index + line.length] as const;
    isTable = isDelimiter(line) || (isTable && line.includes("|"));
    if (HEADING.test(line) || RULE.test(line) || isDelimiter(lines[at + 1]?.line ?? "")) return [];
    if (isTable || ROW.test(line)) return claimOf(prose, range, { parts: cellsOf(line), language });
    return claimsIn(prose, range, language);
  });
}

/** The line between the head of a table and its rows. */
function isDelimiter(line: string): boolean {
  return RULE.test(line) && line.includes("-") && line.includes("|");
}

function claimsIn(
  prose: string,
  [lineStart, end]: readonly [number, number],
  language: Language,
): readonly Claim[] {
  const claims: Claim[] = [];
  const marker = ITEM.exec(prose.slice(lineStart, end))?.[0].length ?? 0;
  const isItem = marker > 0;
  let from = lineStart + marker;
  for (const [start, sentenceEnd] of splitSentences(prose, [from, end], language)) {
    if (sentenceEnd <= from) continue;
    const space = /^\s*/.exec(prose.slice(from, sentenceEnd))?.[0].length ?? 0;
    const begin = Math.max(start, from + space);
    const trailing = TRAILING_MARKERS.exec(prose.slice(sentenceEnd, end))?.[0].length ?? 0;
    from = sentenceEnd + trailing;
    const parts = partsOf(prose.slice(begin, from), isItem);
    claims.push(...claimOf(prose, [begin, from], { parts, language }));
  }
  return claims;
}

interface ClaimContent {
  readonly parts: readonly ClaimPart[];
  readonly language: Language;
}

function claimOf(
  prose: string,
  [start, end]: readonly [number, number],
  { parts, language }: ClaimContent,
): readonly Claim[] {
  const raw = prose.slice(start, end);
  const text = toText(raw);
  const citations = [...new Set([...raw.matchAll(MARKER)].map(([, n]) => Number(n)))];
  const isShort = countWords(text) < MIN_WORDS;
  if (isShort && citations.length === 0 && !hasFacts({ parts }, language)) return [];
  return [{ start, end, text, citations, parts, isShort }];
}

/** A label is what names a value; text without one is a sentence, or a value where it is a short item. */
function partsOf(raw: string, isItem: boolean): readonly ClaimPart[] {
  const text = toText(raw);
  const [, label = "", value = ""] = LABELLED.exec(text) ?? [];
  if (value !== "" && countWords(label) <= MAX_LABEL_WORDS)
    return [
      { role: "label", text: label },
      { role: countWords(value) < MIN_WORDS ? "value" : "sentence", text: value },
    ];
  return [{ role: isItem && countWords(text) < MIN_WORDS ? "value" : "sentence", text }];
}

/** The first column of a table names what the others are about. */
function cellsOf(row: string): readonly ClaimPart[] {
  const cells = row
    .trim()
    .replace(/^\||\|(?:\s*\[\d{1,3}\])*$/g, "")
    .split(/(?<!\\)\|/);
  return cells.map((cell, column) => {
    const text = toText(cell);
    const isName = column > 0 || countWords(text) > 1;
    return { role: isName ? (countWords(text) < MIN_WORDS ? "value" : "sentence") : "label", text };
  });
}

function toText(raw: string): string {
  return raw
    .replace(MARKER, " ")
    .replace(/[*_>#|\\]+|(?<!\S)-+(?!\S)/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
