/**
 * All occurrences of all terms, in the order they were read, in flat columns: objects would double the time of
 * indexing.
 */
export class Occurrences {
  readonly #numbers = new Map<string, number>();
  readonly #terms: string[] = [];
  #count = 0;
  #term = new Uint32Array(1024);
  #row = new Uint32Array(1024);
  /** Position and weight in one word. */
  #packedPosition = new Uint32Array(1024);

  add(term: string, row: number, position: number, weight: number): void {
    let number = this.#numbers.get(term);
    if (number === undefined) {
      number = this.#terms.length;
      this.#numbers.set(term, number);
      this.#terms.push(term);
    }
    if (this.#count === this.#term.length) this.#grow();
    this.#term[this.#count] = number;
    this.#row[this.#count] = row;
    this.#packedPosition[this.#count] = position * 256 + weight;
    this.#count++;
  }

  /** The terms in the order of their UTF-8 bytes, each with its occurrences in the order they were added. */
  *byTerm(): Generator<TermOccurrences> {
    const starts = new Uint32Array(this.#terms.length + 1);
    for (let at = 0; at < this.#count; at++) {
      const number = this.#term[at] as number;
      starts[number + 1] = (starts[number + 1] as number) + 1;
    }
    for (let at = 1; at < starts.length; at++)
      starts[at] = (starts[at] as number) + (starts[at - 1] as number);
    const rows = new Uint32Array(this.#count);
    const packedPositions = new Uint32Array(this.#count);
    const next = starts.slice();
    for (let at = 0; at < this.#count; at++) {
      const to = next[this.#term[at] as number] as number;
      next[this.#term[at] as number] = to + 1;
      rows[to] = this.#row[at] as number;
      packedPositions[to] = this.#packedPosition[at] as number;
    }
    const compare = this.#terms.some((term) => SURROGATE.test(term)) ? byCodePoint : undefined;
    // Sorting without a comparison function takes a third of the time.
    for (const term of [...this.#terms].sort(compare)) {
      const number = this.#numbers.get(term) as number;
      const start = starts[number] as number;
      const end = starts[number + 1] as number;
      yield {
        term,
        rows: rows.subarray(start, end),
        packedPositions: packedPositions.subarray(start, end),
      };
    }
  }

  #grow(): void {
    const size = this.#term.length * 2;
    const enlarge = (column: Uint32Array<ArrayBuffer>) => {
      const larger = new Uint32Array(size);
      larger.set(column);
      return larger;
    };
    this.#term = enlarge(this.#term);
    this.#row = enlarge(this.#row);
    this.#packedPosition = enlarge(this.#packedPosition);
  }
}

/** The occurrences of one term: by row, and `position * 256 + weight`. */
export interface TermOccurrences {
  readonly term: string;
  readonly rows: Uint32Array;
  readonly packedPositions: Uint32Array;
}

const SURROGATE = /[\ud800-\udfff]/;

/** The order of UTF-8 bytes, which differs from that of UTF-16 units where surrogates are involved. */
function byCodePoint(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at++) {
    if (a.charCodeAt(at) !== b.charCodeAt(at)) return (a.codePointAt(at) ?? 0) - (b.codePointAt(at) ?? 0);
  }
  return a.length - b.length;
}
