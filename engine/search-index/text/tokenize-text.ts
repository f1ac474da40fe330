import { termAnalysis } from "../../language/english/term-analysis";
import { joinHyphenated } from "./join-hyphenated";
import { foldWord, stemWord } from "./normalise-word";
import { endOfPlainWord, isPlain, termOfPlainWord } from "./plain-word";
import { splitIdentifier } from "./split-identifier";

/**
 * Receives one term. `start` and `end` are offsets in the text; `position` counts words, so that terms of
 * neighbouring words differ by one. An identifier's whole form comes before its parts, at the first one's position;
 * that of two words with a hyphen is the word without it.
 */
export type TermVisitor = (term: string, start: number, end: number, position: number) => void;

/** Scripts written without spaces between words, read as overlapping pairs of characters. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]/u;
const UNSPACED_RUNS = new RegExp(`${UNSPACED.source}+|[^${UNSPACED.source.slice(1, -1)}]+`, "gu");

/** A word, or words joined to a name by single marks: `a.b@c.org`, `v1.2.3`, `src/main.ts`, `snake_case`. */
const NAME = /[\p{L}\p{N}\p{M}]+(?:[-_.@/:+#&'’][\p{L}\p{N}\p{M}]+)*/uy;
const NAMES = new RegExp(NAME.source, "gu");
const APOSTROPHE = /['’]/u;
const ONE_WORD = /^(?:\p{Lu}?[\p{Ll}\p{N}\p{M}]+|[\p{Lu}\p{N}]+|[\p{Lo}\p{N}\p{M}]+)$/u;

/** Calls `visit` for each term of the text in order; stop words are left to the caller. */
export function tokenizeText(text: string, visit: TermVisitor): void {
  let position = 0;
  for (let at = 0; at < text.length; ) {
    const end = endOfPlainWord(text, at);
    const term = end > at ? termOfPlainWord(text.slice(at, end)) : undefined;
    if (term !== undefined) {
      visit(term, at, end, position++);
      at = end;
      continue;
    }
    NAME.lastIndex = at;
    const name =
      text.charCodeAt(at) < 128 && !isPlain(text.charCodeAt(at)) ? undefined : NAME.exec(text)?.[0];
    if (name) position = visitAnyName(name, at, position, visit);
    at += name?.length ?? 1;
  }
}

function visitAnyName(name: string, start: number, position: number, visit: TermVisitor): number {
  return UNSPACED.test(name)
    ? visitMixedScript(name, start, position, visit)
    : visitName(name, start, position, visit);
}

function visitName(name: string, start: number, position: number, visit: TermVisitor): number {
  const word = name.replace(termAnalysis.contraction, "");
  const end = start + word.length;
  if (ONE_WORD.test(word)) {
    visit(stemWord(foldWord(word)), start, end, position);
    return position + 1;
  }
  const joined = joinHyphenated(word);
  if (joined !== undefined) visit(stemWord(foldWord(joined)), start, end, position);
  else if (!APOSTROPHE.test(word)) visit(foldWord(word), start, end, position);
  const parts = splitIdentifier(word);
  for (const [index, part] of parts.entries()) {
    const at = start + part.start;
    visit(stemWord(foldWord(part.text)), at, at + part.text.length, position + index);
  }
  return position + parts.length;
}

function visitMixedScript(name: string, start: number, position: number, visit: TermVisitor): number {
  let next = position;
  for (const match of name.matchAll(UNSPACED_RUNS)) {
    next = UNSPACED.test(match[0])
      ? visitBigrams(match[0], start + match.index, next, visit)
      : visitSpacedRun(match[0], start + match.index, next, visit);
  }
  return next;
}

function visitSpacedRun(run: string, start: number, position: number, visit: TermVisitor): number {
  let next = position;
  for (const match of run.matchAll(NAMES)) next = visitName(match[0], start + match.index, next, visit);
  return next;
}

function visitBigrams(run: string, start: number, position: number, visit: TermVisitor): number {
  const characters = [...run];
  let at = start;
  for (const [index, character] of characters.entries()) {
    const following = characters[index + 1];
    const pair = character + (following ?? "");
    if (following !== undefined || characters.length === 1)
      visit(foldWord(pair), at, at + pair.length, position + index);
    at += character.length;
  }
  return position + characters.length;
}
