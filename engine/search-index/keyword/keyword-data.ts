import type { Dictionary } from "./dictionary";
import { ByteSink } from "./postings/byte-sink";

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
  readonly #bytes = new ByteSink();
  readonly #termStarts: number[] = [0];
  readonly #postingsStarts: number[] = [0];

  /** Takes a term whose bytes are `bytes[start..end]`. */
  add(bytes: Uint8Array, start: number, end: number, postingsEnd: number): void {
    this.#bytes.pushRange(bytes, start, end);
    this.#termStarts.push(this.#bytes.length);
    this.#postingsStarts.push(postingsEnd);
  }

  finish(): Dictionary {
    return {
      count: this.#termStarts.length - 1,
      bytes: this.#bytes.bytes.slice(0, this.#bytes.length),
      termStarts: Uint32Array.from(this.#termStarts),
      postingsStarts: Uint32Array.from(this.#postingsStarts),
    };
  }
}
