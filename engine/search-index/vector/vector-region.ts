import type { Arena, Region } from "../kernel/arena";
import { BLOCK, padRows, type Signs } from "./encode-signs";
import type { Codes } from "./quantise";

/** Rows of one allocation. Allocations of one size fit the gaps of dropped segments. */
const ROWS_PER_PART = 1024;

/** Some neighbouring rows of a region, as short-lived views: they are detached when the arena grows. */
export interface RegionPart {
  /** Number of its first row in the region. */
  readonly first: number;
  readonly codes: Codes;
}

/**
 * The vectors of one segment in the kernel's memory. Residues and scales are outside, because only a few rows of them
 * are read for each query.
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
  readonly scales: Float32Array<ArrayBuffer>;
  readonly #arena: Arena;
  readonly #codes: readonly Region[];
  #residues: Uint8Array<ArrayBuffer>;

  constructor(arena: Arena, codes: Codes, signs: Signs) {
    this.#arena = arena;
    this.rows = codes.scales.length;
    this.blocks = padRows(this.rows) / BLOCK;
    this.width = codes.width;
    this.mean = signs.mean.slice();
    this.signs = arena.store(signs.bits);
    this.stretch = arena.store(signs.stretch);
    this.along = arena.store(signs.along);
    const step = ROWS_PER_PART * this.width;
    this.#codes = Array.from({ length: Math.ceil(this.rows / ROWS_PER_PART) }, (_, part) =>
      arena.store(codes.codes.subarray(part * step, (part + 1) * step)),
    );
    this.scales = codes.scales.slice();
    this.#residues = codes.residues;
    this.live = arena.allocate(this.blocks * 4);
  }

  /** The address of the codes of a row. */
  addressOf(row: number): number {
    const part = this.#codes[Math.floor(row / ROWS_PER_PART)] as Region;
    return part.pointer + (row % ROWS_PER_PART) * this.width;
  }

  /** Memory held outside the arena. */
  get heapBytes(): number {
    return this.#residues.byteLength + this.scales.byteLength;
  }

  get hasResidues(): boolean {
    return this.#residues.length > 0;
  }

  /** Drops the finest bits to save memory. */
  dropResidues(): void {
    this.#residues = new Uint8Array();
  }

  /** The part that holds `row`; it reaches to a multiple of 1,024 rows. */
  partOf(row: number): RegionPart {
    const part = Math.floor(row / ROWS_PER_PART);
    const first = part * ROWS_PER_PART;
    const rows = Math.min(ROWS_PER_PART, this.rows - first);
    const { pointer } = this.#codes[part] as Region;
    const quarter = this.width / 4;
    return {
      first,
      codes: {
        width: this.width,
        codes: new Int8Array(this.#arena.memory.buffer, pointer, rows * this.width),
        residues: this.#residues.subarray(first * quarter, (first + rows) * quarter),
        scales: this.scales.subarray(first, first + rows),
      },
    };
  }

  /** Sets the rows that the next scan sees, as a bit mask, which may be longer. */
  setLive(mask: Uint32Array): void {
    new Uint32Array(this.#arena.memory.buffer, this.live.pointer, this.blocks).set(
      mask.subarray(0, this.blocks),
    );
  }

  free(): void {
    for (const region of [this.signs, this.stretch, this.along, this.live, ...this.#codes]) {
      this.#arena.free(region);
    }
  }
}
