import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, test, vi } from "vitest";
import { fakeMessaging } from "../../../testing/fake-messaging";
import { useAttachment } from "./use-attachment";

const FOCUS = { focusId: "f", kind: "file", title: "notes.txt", url: "" } as const;
const revoked: string[] = [];

beforeEach(() => {
  revoked.length = 0;
  vi.spyOn(URL, "createObjectURL").mockImplementation((file) => `blob:${(file as File).name}`);
  vi.spyOn(URL, "revokeObjectURL").mockImplementation((url) => void revoked.push(url));
});

function setUp() {
  const { attachments } = fakeMessaging();
  const hook = renderHook(() => useAttachment());
  const attach = (file: File) => {
    let attached: ReturnType<typeof hook.result.current.attach> = Promise.resolve(undefined);
    act(() => {
      attached = hook.result.current.attach(file);
    });
    return attached;
  };
  return { ...hook, attachments, attach };
}

test("useAttachment() shows the file while it is read, and its share as it is known", async () => {
  const { result, attachments, attach } = setUp();
  const attached = attach(new File(["words"], "notes.txt", { type: "text/plain" }));
  expect(attachments[0]?.attachment).toEqual({
    name: "notes.txt",
    mediaType: "text/plain",
    url: "blob:notes.txt",
  });
  expect(result.current.attaching).toEqual({ name: "notes.txt" });
  act(() => attachments[0]?.progress(0.5));
  expect(result.current.attaching).toEqual({ name: "notes.txt", share: 0.5 });
  await act(async () => attachments[0]?.resolve(FOCUS));
  expect(await attached).toEqual(FOCUS);
  expect(result.current.attaching).toBeUndefined();
  expect(revoked).toEqual(["blob:notes.txt"]);
});

test("useAttachment() has the file of the last focus only", async () => {
  const { result, attachments, attach } = setUp();
  const file = new File(["words"], "notes.txt");
  void attach(file);
  await act(async () => attachments[0]?.resolve(FOCUS));
  expect(result.current.fileOf(FOCUS)).toBe(file);
  expect(result.current.fileOf({ ...FOCUS, focusId: "other" })).toBeUndefined();
});

test("useAttachment() rejects a file that is too large, and sends nothing", async () => {
  const { result, attachments } = setUp();
  const file = new File([], "film.mkv");
  Object.defineProperty(file, "size", { value: 65 * 1024 * 1024 });
  await expect(result.current.attach(file)).rejects.toThrow("“film.mkv”: it is larger than 67.1 MB");
  expect(attachments).toEqual([]);
});

test("useAttachment() rejects with the engine's error and removes the file", async () => {
  const { result, attachments, attach } = setUp();
  const attached = attach(new File(["words"], "notes.txt"));
  const failed = expect(attached).rejects.toThrow("Cannot read");
  await act(async () => attachments[0]?.reject(new Error("Cannot read “notes.txt”")));
  await failed;
  expect(result.current.attaching).toBeUndefined();
});

test("useAttachment() resolves with undefined after cancel(), and ignores late progress", async () => {
  const { result, attachments, attach } = setUp();
  const attached = attach(new File(["words"], "notes.txt"));
  await act(async () => result.current.cancel());
  expect(attachments[0]?.signal.aborted).toBe(true);
  act(() => attachments[0]?.progress(0.9));
  expect(result.current.attaching).toBeUndefined();
  expect(await attached).toBeUndefined();
});

test("useAttachment() aborts the read of one file when another one is attached", async () => {
  const { result, attachments, attach } = setUp();
  const first = attach(new File(["1"], "first.txt"));
  void attach(new File(["2"], "second.txt"));
  await act(async () => expect(await first).toBeUndefined());
  expect(attachments.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  expect(result.current.attaching).toEqual({ name: "second.txt" });
});

test("useAttachment() aborts the read on unmount", async () => {
  const { attachments, attach, unmount } = setUp();
  const attached = attach(new File(["words"], "notes.txt"));
  unmount();
  expect(await attached).toBeUndefined();
  expect(attachments[0]?.signal.aborted).toBe(true);
});
