import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extendDown, extendUp, WINDOW_MARGIN, windowAround } from "./text-window";

const LINE = "The quick brown fox jumps over the lazy dog.\n";
const LONG = LINE.repeat(4_000);

describe("windowAround()", () => {
  it("shows a short text whole", () => {
    expect(windowAround("one\ntwo", [4, 7])).toEqual([0, 7]);
  });

  it("cuts a long text at line ends around the passage", () => {
    const [from, to] = windowAround(LONG, [90_000, 90_020]);
    expect(from).toBeLessThanOrEqual(90_000 - WINDOW_MARGIN);
    expect(to).toBeGreaterThanOrEqual(90_020 + WINDOW_MARGIN);
    expect(to - from).toBeLessThan(2 * WINDOW_MARGIN + 2 * LINE.length + 20);
    expect(LONG.slice(from, from + 3)).toBe("The");
    expect(LONG[to - 1]).toBe("\n");
  });

  it("stays small when the text is one line or the passage is very long", () => {
    const line = "x".repeat(5_000_000);
    const [from, to] = windowAround(line, [2_000_000, 4_900_000]);
    expect(to - from).toBe(3 * WINDOW_MARGIN);
  });

  it("does not split a surrogate pair", () => {
    const line = `x${"😀".repeat(60_000)}`;
    const [from, to] = windowAround(line, [60_000, 60_001]);
    // Throws on a lone surrogate.
    expect(() => encodeURIComponent(line.slice(from, to))).not.toThrow();
  });

  it("shows the end when the range exceeds the text", () => {
    expect(windowAround("one\ntwo", [90, 95])).toEqual([0, 7]);
  });
});

describe("extendUp() and extendDown()", () => {
  it("reach both ends of any text in finitely many steps, and never shrink", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LONG.length }), (start) => {
        let window = windowAround(LONG, [start, start + 10]);
        for (let step = 0; step < 10; step += 1) {
          const next = extendUp(LONG, extendDown(LONG, window));
          expect(next[0]).toBeLessThanOrEqual(window[0]);
          expect(next[1]).toBeGreaterThanOrEqual(window[1]);
          window = next;
        }
        expect(window).toEqual([0, LONG.length]);
      }),
      { numRuns: 30 },
    );
  });
});
