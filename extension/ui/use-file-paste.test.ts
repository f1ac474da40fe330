import { renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { useFilePaste } from "./use-file-paste";

const PICTURE = new File(["pixels"], "image.png", { type: "image/png" });

function paste(clipboardData: object): Event {
  const event = Object.assign(new Event("paste", { cancelable: true }), { clipboardData });
  window.dispatchEvent(event);
  return event;
}

test("useFilePaste() passes a pasted file to the callback", () => {
  const onPaste = vi.fn();
  renderHook(() => useFilePaste(onPaste));
  expect(paste({ files: [PICTURE], types: ["Files"] }).defaultPrevented).toBe(true);
  expect(onPaste).toHaveBeenCalledExactlyOnceWith(PICTURE);
});

test.each([
  ["text without a file", { files: [], types: ["text/plain"] }],
  ["text with a picture of it", { files: [PICTURE], types: ["text/plain", "Files"] }],
])("useFilePaste() ignores %s", (_what, clipboardData) => {
  const onPaste = vi.fn();
  renderHook(() => useFilePaste(onPaste));
  expect(paste(clipboardData).defaultPrevented).toBe(false);
  expect(onPaste).not.toHaveBeenCalled();
});

test("useFilePaste() stops listening on unmount", () => {
  const onPaste = vi.fn();
  renderHook(() => useFilePaste(onPaste)).unmount();
  paste({ files: [PICTURE], types: ["Files"] });
  expect(onPaste).not.toHaveBeenCalled();
});
