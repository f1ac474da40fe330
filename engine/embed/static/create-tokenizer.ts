/** Splits text into rows of a static model's table. */
export interface Tokenizer {
  count(text: string): number;
  /** Writes the first tokens of the text into `into`, as many as fit, and returns how many. */
  encode(text: string, into: Uint32Array): number;
}

/** Letters of a piece; longer ones are not looked up. */
const MAX_PIECE_CHARACTERS = 24;
/** Words outside the vocabulary whose pieces are cached; the cache is emptied when full. */
const MAX_CACHED_WORDS = 20_000;
/** Longer words (hashes, base64) rarely occur twice and are not cached. */
const MAX_CACHED_CHARACTERS = 64;

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
 * A tokenizer for lower-cased words, digit runs and single symbols (`/[a-z]+|[0-9]+|[^\sa-z0-9]/gu`): a word
 * of the vocabulary is one token, any other is cut greedily from the left into the longest known pieces, and
 * a character without a piece is `[UNK]`.
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
          into[count++] = piece;
        }
        return true;
      });
      return count;
    },
  };
}

/** Calls `visit` with every word of the lower-cased text until it returns false. */
function forEachWord(text: string, visit: (word: string) => boolean): void {
  const lower = text.toLowerCase();
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
  const rows = new Map(vocabulary.map((piece, row) => [piece, row]));
  const unknown = rows.get("[UNK]") ?? 0;
  const known = new Map(vocabulary.map((piece, row) => [piece, [row]]));
  const cache = new Map<string, readonly number[]>();

  return (word) => {
    const whole = known.get(word) ?? cache.get(word);
    if (whole) return whole;
    const pieces = splitWord(word, rows, unknown);
    if (word.length <= MAX_CACHED_CHARACTERS) {
      if (cache.size === MAX_CACHED_WORDS) cache.clear();
      cache.set(word, pieces);
    }
    return pieces;
  };
}

function splitWord(word: string, rows: ReadonlyMap<string, number>, unknown: number): readonly number[] {
  const pieces: number[] = [];
  let start = 0;
  while (start < word.length) {
    const prefix = start === 0 ? "" : "##";
    let end = Math.min(word.length, start + MAX_PIECE_CHARACTERS);
    let row = rows.get(prefix + word.slice(start, end));
    while (row === undefined && end > start + 1) row = rows.get(prefix + word.slice(start, --end));
    pieces.push(row ?? unknown);
    start = row === undefined && isSurrogatePair(word, start) ? start + 2 : end;
  }
  return pieces;
}
