import { act, fireEvent, render, renderHook, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { createDeferred } from "../../../../testing/deferred";
import { fakeChrome } from "../../../../testing/fake-chrome";
import { PromptsDialog, usePrompts } from "./prompts-dialog";

const RISKS = { name: "risks", text: "Which risks does {text} name?" };
const STANDUP = { name: "standup", text: "What did I do yesterday?" };

test("usePrompts() reads the stored commands and stores what is saved", async () => {
  const chrome = fakeChrome();
  chrome.local.set("prompts", [RISKS]);
  const { result } = renderHook(() => usePrompts());
  expect(result.current.prompts).toEqual([]);
  await act(async () => {});
  expect(result.current.prompts).toEqual([RISKS]);
  await act(async () => result.current.save([STANDUP]));
  expect(result.current.prompts).toEqual([STANDUP]);
  expect(chrome.local.get("prompts")).toEqual([STANDUP]);
});

test("usePrompts() keeps what was saved before the stored commands were read", async () => {
  fakeChrome();
  const stored = createDeferred<object>();
  vi.spyOn(chrome.storage.local, "get").mockReturnValue(stored.promise as never);
  const { result } = renderHook(() => usePrompts());
  await act(async () => result.current.save([STANDUP]));
  await act(async () => stored.resolve({ prompts: [RISKS] }));
  expect(result.current.prompts).toEqual([STANDUP]);
});

test("usePrompts() shows why commands could not be stored", async () => {
  fakeChrome();
  vi.spyOn(chrome.storage.local, "set").mockReturnValue(
    Promise.reject(new Error("The disk is full")) as never,
  );
  const { result } = renderHook(() => usePrompts());
  await act(async () => result.current.save([STANDUP]));
  expect(result.current).toMatchObject({ prompts: [STANDUP], problem: "The disk is full" });
});

test("usePrompts() has no commands when they cannot be read", async () => {
  fakeChrome();
  vi.spyOn(chrome.storage.local, "get").mockReturnValue(
    Promise.reject(new Error("Storage is broken")) as never,
  );
  const { result } = renderHook(() => usePrompts());
  await act(async () => {});
  expect(result.current.prompts).toEqual([]);
});

test("PromptsDialog adds a command, replaces one of the same name, and deletes one", () => {
  const onSave = vi.fn();
  render(<PromptsDialog prompts={[RISKS, STANDUP]} onSave={onSave} onClose={() => {}} />);
  const name = screen.getByRole<HTMLInputElement>("textbox", { name: "Name" });
  const text = screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Question" });
  const change = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
  change(name, "risks");
  change(text, "  Which risks are new? ");
  fireEvent.submit(name.closest("form")!);
  expect(onSave).toHaveBeenLastCalledWith([STANDUP, { name: "risks", text: "Which risks are new?" }]);
  expect(name.value).toBe("");
  fireEvent.click(screen.getByRole("button", { name: "Delete /standup" }));
  expect(onSave).toHaveBeenLastCalledWith([RISKS]);
});
