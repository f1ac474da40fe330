import type { Arena, Region } from "../kernel/arena";
import { BLOCK, padRows, type Signs } from "./encode-signs";
import type { Codes } from "./quantise";

/**
 * The vectors of one segment where the kernel reads them. The residues stay outside: only a few rows of
 * them are read per query.
 */
export class VectorRegion {
  readonly rows: number;
  readonly blocks: number;
  readonly width: number;
  readonly mean: Float32Array;
  readonly signs: Region;
  readonly stretch: Region;
  readonly along: Region;
  readonly live: Region;
  readonly #arena: Arena;
  readonly #codes: Region;
  readonly #scales: Region;
  readonly #residues: Uint8Array<ArrayBuffer>;

  constructor(arena: Arena, codes: Codes, signs: Signs) {
    this.#arena = arena;
    this.rows = codes.scales.length;
    this.blocks = padRows(this.rows) / BLOCK;
    this.width = codes.width;
    this.mean = signs.mean.slice();
    this.signs = arena.store(signs.bits);
    this.stretch = arena.store(signs.stretch);
    this.along = arena.store(signs.along);
    this.#codes = arena.store(codes.codes);
    this.#scales = arena.store(codes.scales);
    this.#residues = codes.residues;
    this.live = arena.allocate(this.blocks * 4);
  }

  /** Where the kernel finds the codes and their scales. */
  get pointers(): { readonly codes: number; readonly scales: number } {
    return { codes: this.#codes.pointer, scales: this.#scales.pointer };
  }

  /** Memory held outside the arena. */
  get residueBytes(): number {
    return this.#residues.byteLength;
  }

  /** Views for the moment: they are detached when the arena grows. */
  codes(): Codes {
    const { buffer } = this.#arena.memory;
    return {
      width: this.width,
      codes: new Int8Array(buffer, this.#codes.pointer, this.rows * this.width),
      residues: this.#residues,
      scales: new Float32Array(buffer, this.#scales.pointer, this.rows),
    };
  }

  /** Sets which rows the next scan sees, one bit a row; the mask may be longer. */
  setLive(mask: Uint32Array): void {
    new Uint32Array(this.#arena.memory.buffer, this.live.pointer, this.blocks).set(
      mask.subarray(0, this.blocks),
    );
  }

  free(): void {
    for (const region of [this.signs, this.stretch, this.along, this.live, this.#codes, this.#scales]) {
      this.#arena.free(region);
    }
  }
}
