import fc from "fast-check";
import { expect, test } from "vitest";
import { Arena, type Region } from "./arena";

const step = fc.oneof(
  fc.record({ kind: fc.constant("store" as const), length: fc.integer({ min: 0, max: 200_000 }) }),
  fc.record({ kind: fc.constant("free" as const), pick: fc.nat() }),
);

test("Arena keeps regions disjoint and unchanged, whatever is freed", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const arena = new Arena();
      const held: { region: Region; length: number; fill: number }[] = [];
      for (const [fill, todo] of steps.entries()) {
        if (todo.kind === "store") {
          const region = arena.store(new Uint8Array(todo.length).fill(fill));
          expect(region.pointer % 64).toBe(0);
          held.push({ region, length: todo.length, fill });
        } else if (held.length > 0) {
          const [freed] = held.splice(todo.pick % held.length, 1);
          arena.free(freed!.region);
        }
      }
      for (const { region, length, fill } of held) {
        const bytes = new Uint8Array(arena.memory.buffer, region.pointer, length);
        expect(bytes.every((byte) => byte === fill)).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});

test("Arena reuses freed memory instead of growing", () => {
  const arena = new Arena();
  const first = arena.allocate(1_000_000);
  const before = arena.bytes;
  arena.free(first);
  arena.allocate(1_000_000);
  expect(arena.bytes).toBe(before);
});
