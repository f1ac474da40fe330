import { createRandom, type Random } from "./random";

export interface TextSetOptions {
  /** Real chunks, each as its sentences. */
  readonly pieces: readonly (readonly string[])[];
  /** Chunks the set is planned for; queries are taken from among them. */
  readonly count: number;
  readonly seed: number;
}

/** Texts of about 200 words that any worker can make again, one by one. */
export interface TextSet {
  text(index: number): string;
  texts(first: number, count: number): readonly string[];
  /** Two rather rare words that stand in one text. */
  shortQueries(count: number): readonly string[];
  /** Ten to twenty running words of a text, as in a question. */
  longQueries(count: number): readonly string[];
}

const WORDS = 200;
/** How often a word of a short query stands in the real texts: at least, at most. */
const RARE = [2, 60] as const;
/** Chunks next to the home chunk that a recombined one may borrow from: mostly the same package. */
const NEIGHBOURS = 40;
const QUERY_STREAM = 1_000_000_007;

/**
 * The real chunks first; then recombinations, which keep the vocabulary and the topics: a chunk takes half of
 * its sentences from one real chunk and the others from chunks near it, now and then from anywhere, and gets
 * two identifiers of its own (a ticket, a version, a function name), as work text does.
 */
export function createTextSet({ pieces, count, seed }: TextSetOptions): TextSet {
  function text(index: number): string {
    const real = pieces[index];
    return real ? real.join(" ") : recombine(pieces, createRandom(seed, index));
  }

  let rare: ReadonlySet<string> | undefined;
  function query(random: Random, read: (words: readonly string[]) => string | undefined): string {
    for (;;) {
      const found = read(text(random.below(count)).split(/\s+/));
      if (found !== undefined) return found;
    }
  }

  return {
    text,
    texts: (first, wanted) => Array.from({ length: wanted }, (_, at) => text(first + at)),
    shortQueries(wanted) {
      rare ??= findRareWords(pieces);
      const known = rare;
      const random = createRandom(seed, QUERY_STREAM);
      return Array.from({ length: wanted }, () => query(random, (words) => pickTwo(words, known, random)));
    },
    longQueries(wanted) {
      const random = createRandom(seed, QUERY_STREAM + 1);
      return Array.from({ length: wanted }, () => query(random, (words) => pickRun(words, random)));
    },
  };
}

function recombine(pieces: TextSetOptions["pieces"], random: Random): string {
  const home = random.below(pieces.length);
  const sentences: string[] = [identifier(random), identifier(random)];
  let words = 2;
  while (words < WORDS) {
    const sentence = pickSentence(pieces, home, random);
    sentences.push(sentence);
    words += sentence.split(" ").length;
  }
  return sentences.join(" ");
}

function pickSentence(pieces: TextSetOptions["pieces"], home: number, random: Random): string {
  const draw = random.next();
  const near = home + random.below(NEIGHBOURS) - NEIGHBOURS / 2;
  const index =
    draw < 0.5
      ? home
      : draw < 0.9
        ? Math.max(0, Math.min(pieces.length - 1, near))
        : random.below(pieces.length);
  const piece = pieces[index] ?? [];
  return piece[random.below(piece.length)] ?? "";
}

const VERBS = ["get", "set", "load", "open", "parse", "render", "update", "remove"];
const NOUNS = ["User", "Cursor", "Page", "Token", "Session", "Report", "Channel", "Segment"];
const PROJECTS = ["ATLAS", "CORE", "WEB", "OPS", "DOCS"];

function identifier(random: Random): string {
  const pick = (list: readonly string[]) => list[random.below(list.length)] ?? "";
  const kind = random.below(3);
  if (kind === 0) return `${pick(PROJECTS)}-${random.below(20_000)}`;
  if (kind === 1) return `v${random.below(9)}.${random.below(30)}.${random.below(30)}`;
  return `${pick(VERBS)}${pick(NOUNS)}By${pick(NOUNS)}${random.below(200)}`;
}

/** Plain words that stand in the real texts neither once nor all the time. */
function findRareWords(pieces: TextSetOptions["pieces"]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const piece of pieces) {
    for (const word of new Set(piece.join(" ").split(/\s+/))) {
      if (/^[a-z]{4,14}$/.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return new Set(
    [...counts].filter(([, times]) => times >= RARE[0] && times <= RARE[1]).map(([word]) => word),
  );
}

function pickTwo(words: readonly string[], rare: ReadonlySet<string>, random: Random): string | undefined {
  const candidates = [...new Set(words.filter((word) => rare.has(word)))];
  if (candidates.length < 2) return undefined;
  const first = random.below(candidates.length);
  const second = (first + 1 + random.below(candidates.length - 1)) % candidates.length;
  return `${candidates[first]} ${candidates[second]}`;
}

function pickRun(words: readonly string[], random: Random): string | undefined {
  const plain = words.filter((word) => /^[A-Za-z][A-Za-z'-]*[.,;:]?$/.test(word));
  const length = 10 + random.below(11);
  if (plain.length < length) return undefined;
  const start = random.below(plain.length - length + 1);
  return plain
    .slice(start, start + length)
    .join(" ")
    .replace(/[.,;:]/g, "");
}
