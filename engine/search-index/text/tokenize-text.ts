import { termAnalysis } from "../../language/english/term-analysis";
import { foldWord } from "../../language/words/fold-word";
import { findNormalForms } from "../../language/words/values/find-normal-forms";
import { joinHyphenated } from "./join-hyphenated";
import { endOfPlainWord, isPlain, termOfPlainWord } from "./plain-word";
import { type Name, readDottedName, readName } from "./read-name";
import { charactersOf, readQueryRun, readRun } from "./read-unspaced";
import { splitIdentifier } from "./split-identifier";
import { stemWord } from "./stem-word";

/** The normal form of a value, or the singular of an acronym, which the index does not keep. */
export type Extra = "value" | "singular";

/**
 * Receives one term. `start` and `end` are offsets in the text; `position` counts words, so that terms of
 * neighbouring words differ by one. An identifier's whole form comes before its parts, at the first one's position;
 * that of two words with a hyphen is the word without it. `extra` marks a term that stands at the position of what it was
 * read from.
 */
export type TermVisitor = (term: string, start: number, end: number, position: number, extra?: Extra) => void;

/**
 * A text has every form of what it says. Of a question each value has its normal form alone, which all texts have that mean
 * the same, and scripts without spaces are cut into words without fillers. A search finds values also as they are written.
 */
export type Reading = "text" | "question" | "search";

/** Scripts that are cut into pairs of characters or into words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]/u;
const UNSPACED_CLASS = UNSPACED.source.slice(1, -1);
const UNSPACED_RUNS = new RegExp(`(?:[${UNSPACED_CLASS}]\\p{M}*)+|[^${UNSPACED_CLASS}]+`, "gu");

const NAMES = /[\p{L}\p{N}\p{M}]+(?:[-_.@/:+#&'’][\p{L}\p{N}\p{M}]+)*/gu;
const APOSTROPHE = /['’]/u;
const ONE_WORD = /^(?:\p{Lu}?[\p{Ll}\p{N}\p{M}]+|[\p{Lu}\p{N}]+|[\p{Lo}\p{N}\p{M}]+)$/u;
const PLURAL_ACRONYM = /^\p{Lu}{2,}s$/u;
/** "node.js" is also written without the full stop. */
const SCRIPT_LIBRARY = /^([a-z]+)\.(js)$/;
const DIGIT = /\d/;
const FULL_STOP = 46;

/** Calls `visit` for each term of the text in order; stop words are left to the caller. */
export function tokenizeText(text: string, visit: TermVisitor, reading: Reading = "text"): void {
  const forms = DIGIT.test(text) ? findNormalForms(text) : [];
  if (forms.length === 0) {
    readWords(text, [0, text.length], 0, visit, reading);
    return;
  }
  let position = 0;
  let at = 0;
  for (const form of forms) {
    position = readWords(text, [at, form.start], position, visit, reading);
    const { start, end, currency } = form;
    for (const term of form.terms) visit(term, start, end, position, "value");
    if (currency !== undefined && reading === "text") visit(currency, start, end, position, "value");
    if (reading === "question") position++;
    at = reading === "question" ? end : start;
  }
  readWords(text, [at, text.length], position, visit, reading);
}

/** Reads the words that begin in a range of the text; returns the position after the last one. */
function readWords(
  text: string,
  [start, limit]: readonly [number, number],
  position: number,
  visit: TermVisitor,
  reading: Reading,
): number {
  let next = position;
  for (let at = skipMarks(text, start); at < limit; at = skipMarks(text, at)) {
    const end = endOfPlainWord(text, at);
    const term = end > at ? termOfPlainWord(text.slice(at, end)) : undefined;
    if (term !== undefined) {
      visit(term, at, end, next++);
      at = end;
      continue;
    }
    const name = text.charCodeAt(at) === FULL_STOP ? readDottedName(text, at) : readName(text, at);
    if (name) next = visitAnyName(name, next, visit, reading);
    at = name?.next ?? at + 1;
  }
  return next;
}

/** The next offset at which a word may begin: of a letter, a digit, a full stop or anything outside ASCII. */
function skipMarks(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127 || code === FULL_STOP || isPlain(code)) break;
  }
  return at;
}

function visitAnyName(name: Name, position: number, visit: TermVisitor, reading: Reading): number {
  const { text, start, end } = name;
  if (name.isWhole) {
    visit(foldWord(text), start, end, position);
    return name.next === end ? position + 1 : position;
  }
  // What is read is not as long as what is written: its terms have the range of all of it.
  const visitPart: TermVisitor =
    text.length === end - start
      ? visit
      : (term, _start, _end, at, extra) => visit(term, start, end, at, extra);
  return UNSPACED.test(text)
    ? visitMixedScript(text, start, position, visitPart, reading)
    : visitName(text, start, position, visitPart, reading);
}

function visitName(
  name: string,
  start: number,
  position: number,
  visit: TermVisitor,
  reading: Reading,
): number {
  const word = name.replace(termAnalysis.contraction, "");
  const end = start + word.length;
  if (ONE_WORD.test(word)) {
    visit(stemWord(foldWord(word)), start, end, position);
    return position + 1;
  }
  if (PLURAL_ACRONYM.test(word)) {
    visit(stemWord(foldWord(word.slice(0, -1))), start, end, position, "singular");
    if (reading === "question") return position + 1;
  }
  const joined = joinHyphenated(word);
  if (joined !== undefined) visit(stemWord(foldWord(joined)), start, end, position);
  else if (!APOSTROPHE.test(word)) visit(wholeOf(foldWord(word)), start, end, position);
  const parts = splitIdentifier(word);
  for (const [index, part] of parts.entries()) {
    const at = start + part.start;
    visit(stemWord(foldWord(part.text)), at, at + part.text.length, position + index);
  }
  return position + parts.length;
}

/** The whole form of a name. */
function wholeOf(folded: string): string {
  const library = SCRIPT_LIBRARY.exec(folded);
  return library ? stemWord(`${library[1]}${library[2]}`) : folded;
}

function visitMixedScript(
  name: string,
  start: number,
  position: number,
  visit: TermVisitor,
  reading: Reading,
): number {
  let next = position;
  for (const { 0: run, index } of name.matchAll(UNSPACED_RUNS)) {
    next = UNSPACED.test(run)
      ? visitRun(run, start + index, next, visit, reading)
      : visitSpacedRun(run, start + index, next, visit, reading);
  }
  return next;
}

function visitSpacedRun(
  run: string,
  start: number,
  position: number,
  visit: TermVisitor,
  reading: Reading,
): number {
  let next = position;
  for (const match of run.matchAll(NAMES))
    next = visitName(match[0], start + match.index, next, visit, reading);
  return next;
}

function visitRun(
  run: string,
  start: number,
  position: number,
  visit: TermVisitor,
  reading: Reading,
): number {
  const terms = reading === "text" ? readRun(run) : readQueryRun(run);
  for (const term of terms) visit(term.term, start + term.start, start + term.end, position + term.character);
  return position + charactersOf(run).length;
}
