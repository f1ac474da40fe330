const PAGE = 65_536;
const ALIGNMENT = 64;

interface Gap {
  readonly start: number;
  readonly bytes: number;
}

/** A region of the arena's memory. */
export interface Region {
  readonly pointer: number;
  readonly bytes: number;
}

/**
 * Allocates regions of one WASM memory, first fit, aligned to a cache line. Growing the memory detaches every view of
 * it, so views are created for each use and never kept.
 */
export class Arena {
  readonly memory = new WebAssembly.Memory({ initial: 1 });
  /** Free regions, ascending and not adjacent. The first line stays unused, so that no pointer is 0. */
  #gaps: Gap[] = [{ start: ALIGNMENT, bytes: PAGE - ALIGNMENT }];

  /** Rounds `bytes` up; throws RangeError when the memory cannot grow. */
  allocate(bytes: number): Region {
    const size = Math.max(ALIGNMENT, Math.ceil(bytes / ALIGNMENT) * ALIGNMENT);
    if (!this.#gaps.some((gap) => gap.bytes >= size)) this.#grow(size);
    const index = this.#gaps.findIndex((gap) => gap.bytes >= size);
    const gap = this.#gaps[index];
    if (!gap) throw new RangeError(`Cannot allocate ${size} bytes for the search index`);
    const rest = { start: gap.start + size, bytes: gap.bytes - size };
    this.#gaps.splice(index, 1, ...(rest.bytes > 0 ? [rest] : []));
    return { pointer: gap.start, bytes: size };
  }

  free({ pointer, bytes }: Region): void {
    const sorted = [...this.#gaps, { start: pointer, bytes }].sort((a, b) => a.start - b.start);
    this.#gaps = [];
    for (const gap of sorted) {
      const before = this.#gaps.at(-1);
      if (before && before.start + before.bytes === gap.start) {
        this.#gaps.splice(-1, 1, { start: before.start, bytes: before.bytes + gap.bytes });
      } else this.#gaps.push(gap);
    }
  }

  /** Copies `source` to a region of its own. */
  store(source: ArrayBufferView): Region {
    const region = this.allocate(source.byteLength);
    const bytes = new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
    new Uint8Array(this.memory.buffer, region.pointer, bytes.length).set(bytes);
    return region;
  }

  get bytes(): number {
    return this.memory.buffer.byteLength;
  }

  #grow(bytes: number): void {
    const start = this.bytes;
    const last = this.#gaps.at(-1);
    const atEnd = last && last.start + last.bytes === start ? last.bytes : 0;
    const pages = Math.ceil((bytes - atEnd) / PAGE);
    this.memory.grow(pages);
    this.free({ pointer: start, bytes: pages * PAGE });
  }
}
