import { renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { useFilePaste } from "./use-file-paste";

const PICTURE = new File(["pixels"], "image.png", { type: "image/png" });

function paste(clipboardData: object): Event {
  const event = Object.assign(new Event("paste", { cancelable: true }), { clipboardData });
  window.dispatchEvent(event);
  return event;
}

test("useFilePaste() hands over a pasted file", () => {
  const onPaste = vi.fn();
  renderHook(() => useFilePaste(onPaste));
  expect(paste({ files: [PICTURE], types: ["Files"] }).defaultPrevented).toBe(true);
  expect(onPaste).toHaveBeenCalledExactlyOnceWith(PICTURE);
});

test.each([
  ["text without a file", { files: [], types: ["text/plain"] }],
  ["text with a picture of it", { files: [PICTURE], types: ["text/plain", "Files"] }],
])("useFilePaste() leaves %s to the browser", (_what, clipboardData) => {
  const onPaste = vi.fn();
  renderHook(() => useFilePaste(onPaste));
  expect(paste(clipboardData).defaultPrevented).toBe(false);
  expect(onPaste).not.toHaveBeenCalled();
});

test("useFilePaste() stops listening when its component is gone", () => {
  const onPaste = vi.fn();
  renderHook(() => useFilePaste(onPaste)).unmount();
  paste({ files: [PICTURE], types: ["Files"] });
  expect(onPaste).not.toHaveBeenCalled();
});
