import type { Dictionary } from "./dictionary";
import { ByteSink } from "./postings/byte-sink";

/** The keyword half of a segment. */
export interface KeywordData {
  readonly dictionary: Dictionary;
  readonly postings: Uint8Array<ArrayBuffer>;
  /** One byte for each row, see bm25.ts. */
  readonly lengthCodes: Uint8Array<ArrayBuffer>;
  /** The average length of the rows when the segment was written, in quarters; bound codes refer to it. */
  readonly averageLength: number;
}

/** Builds a dictionary from its terms in order, while the postings are written. */
export class DictionaryBuilder {
  readonly #bytes = new ByteSink();
  readonly #termStarts: number[] = [0];
  readonly #postingsStarts: number[] = [0];

  /** Adds a term, the bytes `bytes[start..end]`. */
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
