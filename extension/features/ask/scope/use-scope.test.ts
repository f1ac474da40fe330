import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { useScope } from "./use-scope";

const CHOICES = [
  { id: "s1", label: "Slack", icon: "page" },
  { id: "s2", label: "Notes", icon: "folder" },
] as const;

test("useScope() is everything until sources or folders are selected", () => {
  const { result } = renderHook(() => useScope(CHOICES));
  expect(result.current.scope).toEqual({});
  act(() => result.current.setSelected(["s2"]));
  expect(result.current.scope).toEqual({ sources: [{ id: "s2", label: "Notes" }] });
  act(() => result.current.setSelected([]));
  expect(result.current.scope).toEqual({});
});

test("useScope() adds mentions to what is selected, each once, and removes folders", () => {
  const { result } = renderHook(() => useScope(CHOICES));
  act(() => result.current.add({ sources: [{ id: "s1", label: "Slack" }], containers: ["releases"] }));
  act(() =>
    result.current.add({ sources: [{ id: "s1", label: "Slack" }], containers: ["releases", "plans"] }),
  );
  expect(result.current.scope).toEqual({
    sources: [{ id: "s1", label: "Slack" }],
    containers: ["releases", "plans"],
  });
  act(() => result.current.removeFolder("releases"));
  expect(result.current.scope.containers).toEqual(["plans"]);
});

test("useScope() leaves out a selected source that is gone, and has it again when it comes back", () => {
  const { result, rerender } = renderHook(({ choices }) => useScope(choices), {
    initialProps: { choices: CHOICES as Parameters<typeof useScope>[0] },
  });
  act(() => result.current.setSelected(["s1"]));
  rerender({ choices: CHOICES.slice(1) });
  expect(result.current.scope).toEqual({});
  rerender({ choices: undefined });
  expect(result.current.scope).toEqual({});
  rerender({ choices: CHOICES });
  expect(result.current.scope.sources).toHaveLength(1);
});
