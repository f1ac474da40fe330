import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { liveReader } from "./live-reader";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("liveReader()", () => {
  it("meets many wishes during a reading with one more reading", async () => {
    const source = heldBack();
    const seen: number[] = [];
    const reader = liveReader({ ...source, onValue: (value) => seen.push(value), isMoving: () => false });
    const first = reader.look();
    reader.look();
    reader.look();
    source.release(1);
    await vi.advanceTimersByTimeAsync(0);
    source.release(2);
    await first;
    expect(seen).toEqual([1, 2]);
    expect(source.readings()).toBe(2);
  });

  it("reads once a second while the value moves, and then no more", async () => {
    let value = 0;
    const seen: number[] = [];
    const reader = liveReader({
      read: async () => ++value,
      onValue: (now) => seen.push(now),
      onProblem: () => {},
      isMoving: (now) => now < 3,
    });
    await reader.look();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(seen).toEqual([1, 2, 3]);
  });

  it("tells the message of a failed reading and reads again when asked", async () => {
    const problems: string[] = [];
    const seen: number[] = [];
    let fail = true;
    const reader = liveReader({
      read: async () => {
        if (fail) throw new Error("Cannot reach Atlas");
        return 7;
      },
      onValue: (value) => seen.push(value),
      onProblem: (message) => problems.push(message),
      isMoving: () => false,
    });
    await reader.look();
    fail = false;
    await reader.look();
    expect(problems).toEqual(["Cannot reach Atlas"]);
    expect(seen).toEqual([7]);
  });

  it("tells nothing once stopped, also when a reading is under way", async () => {
    const source = heldBack();
    const seen: number[] = [];
    const reader = liveReader({ ...source, onValue: (value) => seen.push(value), isMoving: () => true });
    const look = reader.look();
    reader.stop();
    source.release(1);
    await look;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(seen).toEqual([]);
    expect(source.readings()).toBe(1);
  });
});

/** A source whose readings end only when they are released. */
function heldBack() {
  const waiting: ((value: number) => void)[] = [];
  let readings = 0;
  return {
    read: () => {
      readings += 1;
      return new Promise<number>((resolve) => waiting.push(resolve));
    },
    onProblem: () => {},
    release: (value: number) => waiting.shift()?.(value),
    readings: () => readings,
  };
}
