/** A byte array that grows as it is written. */
export class ByteSink {
  length = 0;
  #bytes = new Uint8Array(1024);

  push(byte: number): void {
    if (this.length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.length++] = byte;
  }

  /** Seven bits in each byte, the lowest first; a set top bit means that more follow. */
  pushVarint(value: number): void {
    let rest = value;
    for (; rest > 127; rest >>>= 7) this.push((rest & 127) | 128);
    this.push(rest);
  }

  /** Appends `bytes[start..end]`. */
  pushRange(bytes: Uint8Array, start: number, end: number): void {
    const count = end - start;
    if (this.length + count > this.#bytes.length) this.#grow(count);
    // For a few bytes a loop is cheaper than a view.
    if (count > 32) this.#bytes.set(bytes.subarray(start, end), this.length);
    else for (let at = 0; at < count; at++) this.#bytes[this.length + at] = bytes[start + at] as number;
    this.length += count;
  }

  clear(): void {
    this.length = 0;
  }

  /** The written bytes, up to `length`; valid until the next write. */
  get bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes;
  }

  #grow(needed: number): void {
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + needed));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}
