import { alphanumericRuns } from "../../util/words";

/** Splits text into rows of a static model's table. */
export interface Tokenizer {
  /** Characters outside the vocabulary count too. */
  count(text: string): number;
  /**
   * Writes the first known tokens of the text into `into`, as many as fit, and returns how many. What the vocabulary lacks
   * is left out, and so are single letters of other scripts than Latin: they say nothing of a word.
   */
  encode(text: string, into: Uint32Array): number;
  /** Share of the words of the text that the vocabulary knows, 0..1. Numbers and very short words are not counted. */
  knownShare(text: string): number;
}

/** Letters of a piece; longer ones are not looked up. */
const MAX_PIECE_CHARACTERS = 24;
/** Words outside the vocabulary whose pieces are cached; the cache is emptied when full. */
const MAX_CACHED_WORDS = 20_000;
/** Longer words (hashes, base64) rarely occur twice and are not cached. */
const MAX_CACHED_CHARACTERS = 64;

/** Function words of most languages are shorter, and occur in every vocabulary. */
const MIN_COUNTED_CHARACTERS = 4;
/** Known letters at its beginning, as a share, by which a word outside the vocabulary counts as known. */
const MIN_KNOWN_SHARE = 0.6;
/** Stands for a character without a row. */
const UNKNOWN = 0xffff_ffff;
const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]/g;
const MARKS = /[\u0300-\u036f]/g;
const LETTER_OF_ANOTHER_SCRIPT = /^(?!\p{Script=Latin})\p{L}$/u;

const SPACE = 0;
const LETTER = 1;
const DIGIT = 2;
const SYMBOL = 3;
const ASCII_KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/\s/.test(character)) return SPACE;
  if (/[a-z]/.test(character)) return LETTER;
  return /[0-9]/.test(character) ? DIGIT : SYMBOL;
});

/**
 * A tokenizer for lower-cased words without accents, digit runs and single symbols (`/[a-z]+|[0-9]+|[^\sa-z0-9]/gu`): a
 * word of the vocabulary is one token, any other is cut greedily from the left into the longest known pieces.
 */
export function createTokenizer(vocabulary: readonly string[]): Tokenizer {
  const piecesOf = createPieceLookup(vocabulary);

  return {
    count(text) {
      let count = 0;
      forEachWord(text, (word) => {
        count += piecesOf(word).length;
        return true;
      });
      return count;
    },
    encode(text, into) {
      let count = 0;
      forEachWord(text, (word) => {
        for (const piece of piecesOf(word)) {
          if (count === into.length) return false;
          if (piece !== UNKNOWN) into[count++] = piece;
        }
        return true;
      });
      return count;
    },
    knownShare(text) {
      const words = alphanumericRuns(text).filter(isCounted).map(foldLatin);
      const known = words.filter((word) => isKnown(piecesOf(word), word, vocabulary));
      return words.length === 0 ? 0 : known.length / words.length;
    },
  };
}

/** Words of other scripts are counted whatever their length. */
function isCounted(word: string): boolean {
  return !/^\p{N}/u.test(word) && (word.length >= MIN_COUNTED_CHARACTERS || !/^\p{Script=Latin}/u.test(word));
}

function isKnown(pieces: readonly number[], word: string, vocabulary: readonly string[]): boolean {
  const [first = UNKNOWN] = pieces;
  if (!/^[a-z]+$/.test(word) || first === UNKNOWN) return false;
  return (vocabulary[first]?.length ?? 0) >= word.length * MIN_KNOWN_SHARE;
}

function foldLatin(text: string): string {
  return text.toLowerCase().replace(ACCENTED, (letter) => letter.normalize("NFKD").replace(MARKS, ""));
}

/** Calls `visit` with every word of the lower-cased text until it returns false. */
function forEachWord(text: string, visit: (word: string) => boolean): void {
  const lower = foldLatin(text);
  let start = 0;
  while (start < lower.length) {
    const kind = kindAt(lower, start);
    let end = start + 1;
    if (kind === LETTER || kind === DIGIT) {
      while (end < lower.length && kindAt(lower, end) === kind) end++;
    } else if (kind === SYMBOL && isSurrogatePair(lower, start)) {
      end++;
    }
    if (kind !== SPACE && !visit(lower.slice(start, end))) return;
    start = end;
  }
}

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return ASCII_KINDS[code] ?? (isWideSpace(code) ? SPACE : SYMBOL);
}

/** What `\s` matches outside ASCII. */
function isWideSpace(code: number): boolean {
  if (code < 0x1680) return code === 0xa0;
  if (code > 0x3000) return code === 0xfeff;
  return /\s/.test(String.fromCharCode(code));
}

function isSurrogatePair(text: string, at: number): boolean {
  return (text.codePointAt(at) ?? 0) > 0xffff;
}

function createPieceLookup(vocabulary: readonly string[]): (word: string) => readonly number[] {
  const pieces = vocabulary.map((piece) => (LETTER_OF_ANOTHER_SCRIPT.test(piece) ? "" : piece));
  const rows = new Map(pieces.map((piece, row) => [piece, row]));
  const known = new Map(pieces.map((piece, row) => [piece, [row]]));
  const cache = new Map<string, readonly number[]>();

  return (word) => {
    const whole = known.get(word) ?? cache.get(word);
    if (whole) return whole;
    const pieces = splitWord(word, rows);
    if (word.length <= MAX_CACHED_CHARACTERS) {
      if (cache.size === MAX_CACHED_WORDS) cache.clear();
      cache.set(word, pieces);
    }
    return pieces;
  };
}

function splitWord(word: string, rows: ReadonlyMap<string, number>): readonly number[] {
  const pieces: number[] = [];
  let start = 0;
  while (start < word.length) {
    const prefix = start === 0 ? "" : "##";
    let end = Math.min(word.length, start + MAX_PIECE_CHARACTERS);
    let row = rows.get(prefix + word.slice(start, end));
    while (row === undefined && end > start + 1) row = rows.get(prefix + word.slice(start, --end));
    pieces.push(row ?? UNKNOWN);
    start = row === undefined && isSurrogatePair(word, start) ? start + 2 : end;
  }
  return pieces;
}
