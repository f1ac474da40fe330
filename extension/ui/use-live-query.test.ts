import { act, renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { createDeferred, type Deferred } from "../testing/deferred";
import { useLiveQuery } from "./use-live-query";

function setUp({ shouldPoll = () => false }: { shouldPoll?: (value: string) => boolean } = {}) {
  const reads: Deferred<string>[] = [];
  const listeners = new Set<() => void>();
  const hook = renderHook(() =>
    useLiveQuery(
      () => {
        const read = createDeferred<string>();
        reads.push(read);
        return read.promise;
      },
      {
        subscribe: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
        shouldPoll,
      },
    ),
  );
  return { ...hook, reads, listeners };
}

test("useLiveQuery() has no value before the first read", async () => {
  const { result, reads } = setUp();
  expect(result.current.value).toBeUndefined();
  await act(async () => reads[0]?.resolve("one"));
  expect(result.current).toMatchObject({ value: "one" });
});

test("useLiveQuery() reads again after a notice and after refresh()", async () => {
  const { result, reads, listeners } = setUp();
  await act(async () => reads[0]?.resolve("one"));
  act(() => {
    for (const listener of listeners) listener();
  });
  await act(async () => reads[1]?.resolve("two"));
  expect(result.current.value).toBe("two");
  act(() => result.current.refresh());
  await act(async () => reads[2]?.resolve("three"));
  expect(result.current.value).toBe("three");
});

test("useLiveQuery() keeps the last value beside the problem of a failed read, until one succeeds", async () => {
  const { result, reads } = setUp();
  await act(async () => reads[0]?.resolve("one"));
  act(() => result.current.refresh());
  await act(async () => reads[1]?.reject(new Error("Cannot reach Atlas")));
  expect(result.current).toMatchObject({ value: "one", problem: "Cannot reach Atlas" });
  act(() => result.current.refresh());
  await act(async () => reads[2]?.resolve("two"));
  expect(result.current.value).toBe("two");
  expect(result.current.problem).toBeUndefined();
});

test("useLiveQuery() never reads twice at once: a notice during a read is answered after it", async () => {
  const { result, reads, listeners } = setUp();
  act(() => {
    for (const listener of listeners) listener();
    for (const listener of listeners) listener();
  });
  expect(reads).toHaveLength(1);
  await act(async () => reads[0]?.resolve("one"));
  expect(reads).toHaveLength(2);
  await act(async () => reads[1]?.resolve("two"));
  expect(result.current.value).toBe("two");
  expect(reads).toHaveLength(2);
});

test("useLiveQuery() polls once a second while shouldPoll is true", async () => {
  vi.useFakeTimers();
  const { reads } = setUp({ shouldPoll: (value) => value === "moving" });
  await act(async () => reads[0]?.resolve("moving"));
  await act(async () => void vi.advanceTimersByTime(1_000));
  expect(reads).toHaveLength(2);
  await act(async () => reads[1]?.resolve("still"));
  await act(async () => void vi.advanceTimersByTime(10_000));
  expect(reads).toHaveLength(2);
});

test("useLiveQuery() unsubscribes and drops a late reply on unmount", async () => {
  const { result, reads, listeners, unmount } = setUp({ shouldPoll: () => true });
  unmount();
  expect(listeners.size).toBe(0);
  await act(async () => reads[0]?.resolve("late"));
  expect(result.current.value).toBeUndefined();
  expect(reads).toHaveLength(1);
});
