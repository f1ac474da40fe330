import type { Kernel } from "./kernel";

const MIN_SCORE = -0x80000000;

/** The kernel in plain TypeScript: the fallback without WASM SIMD, and the oracle of the compiled one. */
export function createPlainKernel(memory: WebAssembly.Memory): Kernel {
  const float = new Float32Array(1);
  const bits = new Int32Array(float.buffer);

  function toOrdered(value: number): number {
    float[0] = value;
    const word = bits[0] as number;
    return word < 0 ? word ^ 0x7fffffff : word;
  }

  return {
    scanSigns(table, signs, live, stretch, along, blocks, columns, step, bias, offset, out) {
      const bytes = new Uint8Array(memory.buffer);
      const masks = new Uint32Array(memory.buffer, live, blocks);
      const stretches = new Float32Array(memory.buffer, stretch, blocks * 32);
      const alongs = new Float32Array(memory.buffer, along, blocks * 32);
      const scores = new Int32Array(memory.buffer, out, blocks * 32);
      const { fround } = Math;
      for (let row = 0; row < blocks * 32; row++) {
        const alive = ((masks[row >> 5] as number) >>> (row & 31)) & 1;
        if (alive === 0) {
          scores[row] = MIN_SCORE;
          continue;
        }
        const first = signs + (row >> 5) * 32 * columns + (row & 31);
        const centred = fround(fround(sumRow(bytes, table, first, columns) * fround(step)) + fround(bias));
        const scaled = fround(centred * (stretches[row] as number));
        scores[row] = toOrdered(fround(fround(scaled + (alongs[row] as number)) + fround(offset)));
      }
    },

    selectTop(scores, count, wanted, _buffer, out) {
      const values = new Int32Array(memory.buffer, scores, count);
      const rows = Array.from(values.keys()).filter((row) => (values[row] as number) > MIN_SCORE);
      rows.sort((a, b) => (values[b] as number) - (values[a] as number) || a - b);
      rows.length = Math.min(rows.length, wanted);
      new Uint32Array(memory.buffer, out, rows.length).set(rows);
      return rows.length;
    },

    rescoreCodes(query, rows, scales, count, width, unit, out) {
      const queries = new Int16Array(memory.buffer, query, width);
      const scaleOf = new Float32Array(memory.buffer, scales, count);
      const chosen = new Uint32Array(memory.buffer, rows, count);
      const scores = new Int32Array(memory.buffer, out, count);
      for (const [at, row] of chosen.entries()) {
        const code = new Int8Array(memory.buffer, row, width);
        const dot = code.reduce((sum, value, index) => sum + value * (queries[index] as number), 0);
        const scaled = Math.fround(Math.fround(dot) * (scaleOf[at] as number));
        scores[at] = toOrdered(scaled * Math.fround(unit));
      }
    },
  };
}

function sumRow(bytes: Uint8Array, table: number, first: number, columns: number): number {
  let sum = 0;
  for (let column = 0; column < columns; column++) {
    const byte = bytes[first + column * 32] as number;
    sum +=
      (bytes[table + column * 32 + (byte & 15)] as number) +
      (bytes[table + column * 32 + 16 + (byte >> 4)] as number);
  }
  return sum;
}
