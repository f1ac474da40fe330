import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { createDeferred } from "../testing/deferred";
import { useAction } from "./use-action";

test("useAction() is busy until the work ends", async () => {
  const { result } = renderHook(() => useAction());
  const work = createDeferred<void>();
  act(() => void result.current.run(() => work.promise));
  expect(result.current.busy).toBe(true);
  await act(async () => work.resolve());
  expect(result.current).toMatchObject({ busy: false });
  expect(result.current.problem).toBeUndefined();
});

test("useAction() keeps the message and the code of a failure until it is dismissed", async () => {
  const { result } = renderHook(() => useAction());
  const error = Object.assign(new Error("Chrome did not give access"), { code: "permission" });
  await act(() => result.current.run(() => Promise.reject(error)));
  expect(result.current).toMatchObject({
    busy: false,
    problem: "Chrome did not give access",
    code: "permission",
  });
  act(() => result.current.dismiss());
  expect(result.current.problem).toBeUndefined();
});

test("useAction() takes what was thrown as the message when it is no error", async () => {
  const { result } = renderHook(() => useAction());
  await act(() => result.current.run(() => Promise.reject("offline")));
  expect(result.current).toMatchObject({ problem: "offline", code: "" });
});

test("useAction() clears the last failure when the next work starts", async () => {
  const { result } = renderHook(() => useAction());
  await act(() => result.current.run(() => Promise.reject(new Error("Cannot read"))));
  const work = createDeferred<void>();
  act(() => void result.current.run(() => work.promise));
  expect(result.current.problem).toBeUndefined();
  await act(async () => work.resolve());
});

test("useAction() is busy until all of several works have ended, and keeps the failure of one", async () => {
  const { result } = renderHook(() => useAction());
  const [first, second] = [createDeferred<void>(), createDeferred<void>()];
  act(() => {
    void result.current.run(() => first.promise);
    void result.current.run(() => second.promise);
  });
  await act(async () => first.reject(new Error("Cannot read")));
  expect(result.current).toMatchObject({ busy: true, problem: "Cannot read" });
  await act(async () => second.resolve());
  expect(result.current).toMatchObject({ busy: false, problem: "Cannot read" });
});

test("useAction() accepts a failure after unmount", async () => {
  const { result, unmount } = renderHook(() => useAction());
  const work = createDeferred<void>();
  let running: Promise<void> = Promise.resolve();
  act(() => {
    running = result.current.run(() => work.promise);
  });
  unmount();
  work.reject(new Error("Cannot read"));
  await expect(running).resolves.toBeUndefined();
});
