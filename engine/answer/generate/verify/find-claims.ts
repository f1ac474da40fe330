import type { Language } from "../../../language/language";
import { countWords } from "../../../util/words";
import { splitSentences } from "../../text/split-sentences";

/** A sentence `[start, end)` of an answer, with its citations and its text without them. */
export interface Claim {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly citations: readonly number[];
}

const CODE = /^(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^\1[`~]*[ \t]*$|$(?![\s\S]))|`+[^`\n]+`+/gm;
const MARKER = /\[(\d{1,3})\]/g;
/** Citations after the full stop belong to the sentence before it. */
const TRAILING_MARKERS = /^(?:\s*\[\d{1,3}\])+[.!?]?/;
const MIN_WORDS = 4;

/** The claims of an answer. Headings, code and sentences of fewer than four words are none. */
export function findClaims(answer: string, language: Language): readonly Claim[] {
  const prose = answer.replace(CODE, (code) => code.replace(/[^\n]/g, " "));
  return [...prose.matchAll(/[^\n]+/g)].flatMap(({ index, 0: line }) =>
    /^\s*(?:#{1,6}\s|\|?[\s:|-]+\|?$)/.test(line)
      ? []
      : claimsIn(prose, [index, index + line.length], language),
  );
}

function claimsIn(prose: string, range: readonly [number, number], language: Language): readonly Claim[] {
  const claims: Claim[] = [];
  let from = range[0];
  for (const [start, sentenceEnd] of splitSentences(prose, range, language)) {
    if (sentenceEnd <= from) continue;
    const space = /^\s*/.exec(prose.slice(from, sentenceEnd))?.[0].length ?? 0;
    const begin = Math.max(start, from + space);
    const trailing = TRAILING_MARKERS.exec(prose.slice(sentenceEnd, range[1]))?.[0].length ?? 0;
    const end = sentenceEnd + trailing;
    from = end;
    const raw = prose.slice(begin, end);
    const text = raw
      .replace(MARKER, " ")
      .replace(/[*_>#|\\-]+/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    const citations = [...raw.matchAll(MARKER)].map(([, n]) => Number(n));
    if (countWords(text) < MIN_WORDS && citations.length === 0) continue;
    claims.push({ start: begin, end, text, citations: [...new Set(citations)] });
  }
  return claims;
}
