import { foldWord } from "../../language/words/fold-word";
import { stripKoreanEnding } from "../../language/words/stems/strip-korean-ending";
import { wordInformation } from "../../language/words/word-information";
import { segmentRun } from "../../util/segment-words";

/** A term of a run, with its first character's number among those of the run. */
export interface RunTerm {
  readonly term: string;
  /** Offset in the run. */
  readonly start: number;
  readonly end: number;
  readonly character: number;
}

/** A word of a run, as characters. */
interface RunWord {
  readonly characters: readonly string[];
  /** Number of its first character in the run, and its offset. */
  readonly first: number;
  readonly start: number;
  readonly isFiller: boolean;
}

const PAIRED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fc]/u;
const CHARACTERS = /.\p{M}*/gsu;
const HANGUL = /^\p{Script=Hangul}/u;
const HIRAGANA = /^\p{Script=Hiragana}$/u;

/** The letters of a run, each with its marks. */
export function charactersOf(run: string): readonly string[] {
  return run.match(CHARACTERS) ?? [];
}

/** Whether a run is read by pairs of characters; otherwise it is read by words. */
function isPaired(run: string): boolean {
  return PAIRED.test(run);
}

/**
 * The terms of a run of a text. Han, kana and Hangul: each pair of neighbouring characters, so that it makes no difference
 * where a dictionary cuts, and words of a single character. Other scripts without spaces: the words.
 */
export function readRun(run: string): readonly RunTerm[] {
  if (!isPaired(run)) return wordsOf(run).map(toTerm);
  if (HANGUL.test(run)) return pairsOf(run);
  const single = wordsOf(run).filter(({ characters }) => characters.length === 1);
  if (charactersOf(run).length === 1) return pairsOf(run);
  return [...pairsOf(run), ...single.map(toTerm)].sort((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * The terms of a run of a query: the pairs inside its words, without fillers and endings. A word of one character is paired
 * with its neighbour, because a dictionary may cut a word in two.
 */
export function readQueryRun(run: string): readonly RunTerm[] {
  if (HANGUL.test(run)) return readKorean(run);
  const words = wordsOf(run);
  const content = words.filter(({ isFiller }) => !isFiller);
  if (content.length === 0) return isPaired(run) ? pairsOf(run) : words.map(toTerm);
  if (!isPaired(run)) return content.map(toTerm);
  return content.flatMap((word) => {
    if (word.characters.length > 1) return pairsOf(word.characters.join(""), word);
    const before = content.find(({ first, characters }) => first + characters.length === word.first);
    const after = content.find(({ first }) => first === word.first + 1);
    if (before) return [pairUp(before, word)];
    return [after ? pairUp(word, after) : toTerm(word)];
  });
}

function readKorean(run: string): readonly RunTerm[] {
  if (wordInformation(run, "ko") === 0) return [];
  const stem = stripKoreanEnding(run);
  return wordInformation(stem, "ko") === 0 ? [] : pairsOf(stem);
}

function pairUp(before: RunWord, after: RunWord): RunTerm {
  const last = before.characters.at(-1) ?? "";
  const next = after.characters[0] ?? "";
  const start = after.start - last.length;
  return { term: foldWord(last + next), start, end: after.start + next.length, character: after.first - 1 };
}

function pairsOf(run: string, { first, start }: Pick<RunWord, "first" | "start"> = { first: 0, start: 0 }) {
  const characters = charactersOf(run);
  const terms: RunTerm[] = [];
  let at = start;
  for (const [index, character] of characters.entries()) {
    const following = characters[index + 1];
    const pair = character + (following ?? "");
    if (following !== undefined || characters.length === 1)
      terms.push({ term: foldWord(pair), start: at, end: at + pair.length, character: first + index });
    at += character.length;
  }
  return terms;
}

function wordsOf(run: string): readonly RunWord[] {
  let first = 0;
  return segmentRun(run).map(({ text, start }) => {
    const characters = charactersOf(text);
    const word = { characters, first, start, isFiller: HIRAGANA.test(text) || wordInformation(text) === 0 };
    first += characters.length;
    return word;
  });
}

function toTerm({ characters, first, start }: RunWord): RunTerm {
  const text = characters.join("");
  return { term: foldWord(text), start, end: start + text.length, character: first };
}
