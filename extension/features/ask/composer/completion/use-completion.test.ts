import { act, renderHook } from "@testing-library/react";
import type { KeyboardEvent } from "react";
import { expect, test, vi } from "vitest";
import type { CompletionItem } from "./get-completion-items";
import { useCompletion } from "./use-completion";

const ITEMS: readonly CompletionItem[] = ["summarize", "since"].map((name) => ({
  id: name,
  label: `/${name}`,
  icon: "chevron",
  insertText: `/${name} `,
}));

function setUp(text: string, getItems = vi.fn(() => ITEMS)) {
  const onChoose = vi.fn();
  const hook = renderHook(({ text }) => useCompletion({ text, getItems, onChoose }), {
    initialProps: { text },
  });
  const press = (key: string, modifiers: Partial<KeyboardEvent> = {}) => {
    let isTaken = false;
    act(() => {
      isTaken = hook.result.current.onKeyDown({ key, ...modifiers } as KeyboardEvent);
    });
    return isTaken;
  };
  act(() => hook.result.current.onCaret(text.length));
  return { ...hook, getItems, onChoose, press };
}

test("useCompletion() offers the items of the token at the caret", () => {
  const { result, getItems, rerender } = setUp("/s");
  expect(getItems).toHaveBeenLastCalledWith({ kind: "command", query: "s", start: 0, end: 2 });
  expect(result.current).toMatchObject({ items: ITEMS, active: 0 });
  rerender({ text: "words" });
  expect(result.current.items).toEqual([]);
});

test("useCompletion() moves the active item with the arrow keys, and wraps around", () => {
  const { result, press } = setUp("/s");
  expect(press("ArrowDown")).toBe(true);
  expect(result.current.active).toBe(1);
  press("ArrowDown");
  expect(result.current.active).toBe(0);
  press("ArrowUp");
  expect(result.current.active).toBe(1);
});

test("useCompletion() activates the first item when the caret moves", () => {
  const { result, press, rerender } = setUp("/s");
  press("ArrowDown");
  rerender({ text: "/si" });
  act(() => result.current.onCaret(3));
  expect(result.current.active).toBe(0);
});

test("useCompletion() keeps the active item inside a shorter list", () => {
  const getItems = vi.fn(() => ITEMS);
  const { result, press, rerender } = setUp("/s", getItems);
  press("ArrowDown");
  getItems.mockReturnValue(ITEMS.slice(0, 1));
  rerender({ text: "/s" });
  expect(result.current.active).toBe(0);
});

test.each(["Enter", "Tab"])("useCompletion() chooses the active item with %s", (key) => {
  const { onChoose, press } = setUp("/s");
  press("ArrowDown");
  expect(press(key)).toBe(true);
  expect(onChoose).toHaveBeenCalledExactlyOnceWith(ITEMS[1], {
    kind: "command",
    query: "s",
    start: 0,
    end: 2,
  });
});

test("useCompletion() does not handle keys with a modifier, other keys, or keys without items", () => {
  const { onChoose, press } = setUp("/s");
  expect(press("Enter", { shiftKey: true })).toBe(false);
  expect(press("a")).toBe(false);
  expect(setUp("words").press("Enter")).toBe(false);
  expect(onChoose).not.toHaveBeenCalled();
});

test("useCompletion() closes with Escape for this token, and opens for the next one", () => {
  const { result, press, rerender } = setUp("@s");
  expect(press("Escape")).toBe(true);
  expect(result.current.items).toEqual([]);
  rerender({ text: "@sl" });
  act(() => result.current.onCaret(3));
  expect(result.current.items).toEqual([]);
  rerender({ text: "@sl @" });
  act(() => result.current.onCaret(5));
  expect(result.current.items).toEqual(ITEMS);
});
