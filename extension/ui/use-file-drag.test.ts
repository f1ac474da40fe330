import { act, renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { useFileDrag } from "./use-file-drag";

function dispatch(type: string, fields: object = {}): Event {
  const event = Object.assign(new Event(type, { cancelable: true }), fields);
  act(() => void window.dispatchEvent(event));
  return event;
}

const FILES = { dataTransfer: { types: ["Files"] } };
const TEXT = { dataTransfer: { types: ["text/plain"] } };

test("useFileDrag() is true while files are over the page", () => {
  const { result } = renderHook(() => useFileDrag(() => {}));
  expect(result.current).toBe(false);
  expect(dispatch("dragenter", FILES).defaultPrevented).toBe(true);
  expect(result.current).toBe(true);
  dispatch("dragleave", { relatedTarget: document.body });
  expect(result.current).toBe(true);
  dispatch("dragleave", { relatedTarget: null });
  expect(result.current).toBe(false);
});

test("useFileDrag() passes dropped files to the latest callback", () => {
  const [first, second] = [vi.fn(), vi.fn()];
  const { result, rerender } = renderHook(({ onDrop }) => useFileDrag(onDrop), {
    initialProps: { onDrop: first },
  });
  rerender({ onDrop: second });
  dispatch("dragover", FILES);
  const drop = dispatch("drop", FILES);
  expect(drop.defaultPrevented).toBe(true);
  expect(result.current).toBe(false);
  expect(first).not.toHaveBeenCalled();
  expect(second).toHaveBeenCalledExactlyOnceWith(FILES.dataTransfer);
});

test("useFileDrag() ignores dragged text", () => {
  const onDrop = vi.fn();
  const { result } = renderHook(() => useFileDrag(onDrop));
  expect(dispatch("dragenter", TEXT).defaultPrevented).toBe(false);
  expect(dispatch("drop", TEXT).defaultPrevented).toBe(false);
  expect(result.current).toBe(false);
  expect(onDrop).not.toHaveBeenCalled();
});

test("useFileDrag() stops listening on unmount", () => {
  const onDrop = vi.fn();
  const { unmount } = renderHook(() => useFileDrag(onDrop));
  unmount();
  expect(dispatch("drop", FILES).defaultPrevented).toBe(false);
  expect(onDrop).not.toHaveBeenCalled();
});
