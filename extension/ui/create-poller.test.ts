import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createPoller } from "./create-poller";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("createPoller()", () => {
  it("answers many requests during a read with one more read", async () => {
    const source = createControlledSource();
    const seen: number[] = [];
    const poller = createPoller({ ...source, onValue: (value) => seen.push(value), shouldPoll: () => false });
    const first = poller.refresh();
    void poller.refresh();
    void poller.refresh();
    source.release(1);
    await vi.advanceTimersByTimeAsync(0);
    source.release(2);
    await first;
    expect(seen).toEqual([1, 2]);
    expect(source.readings()).toBe(2);
  });

  it("reads once a second while the value changes, and then stops", async () => {
    let value = 0;
    const seen: number[] = [];
    const poller = createPoller({
      read: async () => ++value,
      onValue: (now) => seen.push(now),
      onProblem: () => {},
      shouldPoll: (now) => now < 3,
    });
    await poller.refresh();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(seen).toEqual([1, 2, 3]);
  });

  it("reports the message of a failed read, and reads again on request", async () => {
    const problems: string[] = [];
    const seen: number[] = [];
    let fail = true;
    const poller = createPoller({
      read: async () => {
        if (fail) throw new Error("Cannot reach Atlas");
        return 7;
      },
      onValue: (value) => seen.push(value),
      onProblem: (message) => problems.push(message),
      shouldPoll: () => false,
    });
    await poller.refresh();
    fail = false;
    await poller.refresh();
    expect(problems).toEqual(["Cannot reach Atlas"]);
    expect(seen).toEqual([7]);
  });

  it("reports nothing once stopped, also during a read", async () => {
    const source = createControlledSource();
    const seen: number[] = [];
    const poller = createPoller({ ...source, onValue: (value) => seen.push(value), shouldPoll: () => true });
    const refresh = poller.refresh();
    poller.stop();
    source.release(1);
    await refresh;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(seen).toEqual([]);
    expect(source.readings()).toBe(1);
  });
});

/** A source whose reads end when the test releases them. */
function createControlledSource() {
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
