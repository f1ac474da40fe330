import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { compiledKernel } from "../testing/compiled-kernel";
import { type Kernel, loadKernel } from "./kernel";
import { createPlainKernel } from "./plain-kernel";

const memory = new WebAssembly.Memory({ initial: 4 });
const plain = createPlainKernel(memory);
let compiled: Kernel;
beforeAll(async () => {
  compiled = loadKernel(await compiledKernel(), memory);
});

/** Copies arrays to the memory, each to a line of its own, and returns their offsets. */
function layOut(...arrays: readonly ArrayBufferView[]): readonly number[] {
  let at = 64;
  return arrays.map((array) => {
    const start = at;
    new Uint8Array(memory.buffer).set(
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
      start,
    );
    at = Math.ceil((start + array.byteLength) / 64) * 64;
    return start;
  });
}

const bytes = (length: number, max = 255) => fc.uint8Array({ minLength: length, maxLength: length, max });
const floats = (length: number) => {
  const value = fc.float({ min: -4, max: 4, noNaN: true });
  return fc.array(value, { minLength: length, maxLength: length }).map((values) => Float32Array.from(values));
};

test("scanSigns() gives the same scores compiled and plain", () => {
  const shape = fc.record({ blocks: fc.integer({ min: 1, max: 3 }), pairs: fc.integer({ min: 1, max: 6 }) });
  const input = shape.chain(({ blocks, pairs }) =>
    fc.record({
      blocks: fc.constant(blocks),
      columns: fc.constant(2 * pairs),
      table: bytes(2 * pairs * 32, 63),
      signs: bytes(blocks * 32 * 2 * pairs),
      live: fc.array(fc.oneof(fc.constantFrom(0, 0xffffffff), fc.integer({ min: 0, max: 0xffffffff })), {
        minLength: blocks,
        maxLength: blocks,
      }),
      stretch: floats(blocks * 32),
      along: floats(blocks * 32),
    }),
  );
  fc.assert(
    fc.property(input, ({ blocks, columns, table, signs, live, stretch, along }) => {
      const at = layOut(table, signs, Uint32Array.from(live), stretch, along, new Int32Array(blocks * 32));
      const run = (kernel: Kernel) => {
        const [t = 0, s = 0, l = 0, st = 0, a = 0, out = 0] = at;
        new Int32Array(memory.buffer, out, blocks * 32).fill(7);
        kernel.scanSigns(t, s, l, st, a, blocks, columns, 0.037, -1.5, 0.25, out);
        return new Int32Array(memory.buffer, out, blocks * 32).slice();
      };
      expect(run(compiled)).toEqual(run(plain));
    }),
  );
});

test("selectTop() selects the same rows compiled and plain", () => {
  const score = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer(), fc.constant(-0x80000000));
  fc.assert(
    fc.property(fc.array(score, { maxLength: 300 }), fc.integer({ min: 1, max: 40 }), (scores, wanted) => {
      const padded = new Int32Array(scores.length + 4).fill(0x7fffffff);
      padded.set(scores);
      const [at = 0, buffer = 0, out = 0] = layOut(
        padded,
        new Uint8Array(wanted * 40 + 32),
        new Uint32Array(wanted),
      );
      const run = (kernel: Kernel) => {
        const count = kernel.selectTop(at, scores.length, wanted, buffer, out);
        return new Uint32Array(memory.buffer, out, count).slice().sort();
      };
      expect(run(compiled)).toEqual(run(plain));
    }),
  );
});

test("rescoreCodes() gives the same scores compiled and plain", () => {
  const input = fc.integer({ min: 1, max: 5 }).chain((steps) =>
    fc.record({
      width: fc.constant(steps * 16),
      query: fc.array(fc.integer({ min: -4095, max: 4095 }), {
        minLength: steps * 16,
        maxLength: steps * 16,
      }),
      codes: bytes(8 * steps * 16),
      rows: fc.array(fc.record({ row: fc.nat(7), scale: fc.float({ min: -4, max: 4, noNaN: true }) }), {
        maxLength: 12,
      }),
    }),
  );
  fc.assert(
    fc.property(input, ({ width, query, codes, rows }) => {
      const at = layOut(
        Int16Array.from(query),
        codes,
        Float32Array.from(rows, ({ scale }) => scale),
        new Uint32Array(rows.length),
        new Int32Array(rows.length),
      );
      const run = (kernel: Kernel) => {
        const [q = 0, c = 0, s = 0, r = 0, out = 0] = at;
        new Uint32Array(memory.buffer, r, rows.length).set(rows.map(({ row }) => c + row * width));
        kernel.rescoreCodes(q, r, s, rows.length, width, 0.0002, out);
        return new Int32Array(memory.buffer, out, rows.length).slice();
      };
      expect(run(compiled)).toEqual(run(plain));
    }),
  );
});
