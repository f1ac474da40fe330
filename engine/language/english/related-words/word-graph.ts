/** Lists of numbers, one for each position, end to end. */
export interface Lists {
  /** Where each begins, and where the last ends. */
  readonly starts: Int32Array;
  readonly items: Int32Array;
}

/** Concepts (sets of synonyms) and their relations. Concepts and lemmas are named by their positions. */
export interface WordGraph {
  readonly lemmas: readonly string[];
  /** By concept, a `PARTS_OF_SPEECH` position. */
  readonly partsOfSpeech: Uint8Array;
  /** By concept, how many levels of more specific ones stand for it; 0 for one that is too general. */
  readonly reaches: Uint8Array;
  /** By concept, lemma times `SHARES` plus how often the lemma has this sense, 1 (seldom) to 9 (always). */
  readonly members: Lists;
  /** By lemma, concept times `SHARES` plus the same share. */
  readonly senses: Lists;
  /** By concept, more general ones: hypernyms, what an action entails, the head of a cluster of adjectives. */
  readonly above: Lists;
  /** By concept, more specific ones. */
  readonly below: Lists;
  /** By concept, others that a member derives from or gives, see `Derivation`. */
  readonly derivations: Lists;
  /** By concept, the attribute that an adjective is a value of, and the reverse: "depth" and "deep". */
  readonly attributes: Lists;
  /** By concept, verbs of the same group, and cause and effect. */
  readonly akin: Lists;
  /** By lemma, its opposites among the lemmas that these relations reach. */
  readonly opposites: Lists;
}

/** A concept that a member derives from or gives: "teacher" of "teach". Members by their positions in their concepts. */
export interface Derivation {
  readonly concept: number;
  readonly from: number;
  readonly to: number;
}

export const PARTS_OF_SPEECH = ["n", "v", "a", "r"] as const;
export type PartOfSpeech = (typeof PARTS_OF_SPEECH)[number];

export const SHARES = 10;
/** Members of one concept that derivations tell apart. */
export const MAX_MEMBERS = 16;

/** A list of a position. */
export function listOf({ starts, items }: Lists, at: number): Int32Array {
  return items.subarray(starts[at] ?? 0, starts[at + 1] ?? 0);
}

const INITIAL_CAPACITY = 1024;

/** Groups values by position, in the order in which they were added. */
export class ListBuilder {
  /** Positions and values by turns. */
  #pairs = new Int32Array(INITIAL_CAPACITY);
  #length = 0;

  add(position: number, value: number): void {
    if (this.#length === this.#pairs.length) {
      const larger = new Int32Array(2 * this.#length);
      larger.set(this.#pairs);
      this.#pairs = larger;
    }
    this.#pairs[this.#length++] = position;
    this.#pairs[this.#length++] = value;
  }

  toLists(count: number): Lists {
    const pairs = this.#pairs.subarray(0, this.#length);
    const starts = new Int32Array(count + 1);
    for (let at = 0; at < pairs.length; at += 2) increase(starts, (pairs[at] ?? 0) + 1);
    for (let at = 0; at < count; at++) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0);
    const items = new Int32Array(pairs.length / 2);
    const next = starts.slice();
    for (let at = 0; at < pairs.length; at += 2) {
      const position = pairs[at] ?? 0;
      items[next[position] ?? 0] = pairs[at + 1] ?? 0;
      increase(next, position);
    }
    return { starts, items };
  }
}

function increase(numbers: Int32Array, at: number): void {
  numbers[at] = (numbers[at] ?? 0) + 1;
}

export function packDerivation({ concept, from, to }: Derivation): number {
  return (concept * MAX_MEMBERS + from) * MAX_MEMBERS + to;
}

export function unpackDerivation(packed: number): Derivation {
  return {
    concept: Math.floor(packed / MAX_MEMBERS ** 2),
    from: Math.floor(packed / MAX_MEMBERS) % MAX_MEMBERS,
    to: packed % MAX_MEMBERS,
  };
}
