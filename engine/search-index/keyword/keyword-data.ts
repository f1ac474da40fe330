import type { Dictionary } from "./dictionary";

/** The keyword half of a segment. */
export interface KeywordData {
  readonly dictionary: Dictionary;
  readonly postings: Uint8Array<ArrayBuffer>;
  /** A byte a row, see bm25.ts. */
  readonly lengthCodes: Uint8Array<ArrayBuffer>;
  /** Of the rows when the segment was written, in quarters; bound codes refer to it. */
  readonly averageLength: number;
}

/** Assembles a dictionary from its terms in order, as the postings are written. */
export class DictionaryBuilder {
  readonly #terms: Uint8Array[] = [];
  readonly #postingsStarts: number[] = [0];
  #bytes = 0;

  add(term: Uint8Array, postingsEnd: number): void {
    this.#terms.push(term);
    this.#bytes += term.length;
    this.#postingsStarts.push(postingsEnd);
  }

  finish(): Dictionary {
    const bytes = new Uint8Array(this.#bytes);
    const termStarts = new Uint32Array(this.#terms.length + 1);
    let at = 0;
    for (const [index, term] of this.#terms.entries()) {
      bytes.set(term, at);
      at += term.length;
      termStarts[index + 1] = at;
    }
    return {
      count: this.#terms.length,
      bytes,
      termStarts,
      postingsStarts: Uint32Array.from(this.#postingsStarts),
    };
  }
}
