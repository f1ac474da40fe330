import { act, renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { sourceFixture } from "../../../../engine/testing/fixtures";
import * as folders from "../../../platform/folder-handles";
import { type FakeHandlers, fakeMessaging } from "../../../testing/fake-messaging";
import { useAddFolder } from "./use-add-folder";

function folder(name: string): FileSystemDirectoryHandle {
  return { name, isSameEntry: async (other: { name: string }) => other.name === name } as never;
}

/** Folders that Chrome keeps, by source. */
function setUp(handlers: FakeHandlers = {}) {
  const handles = new Map<string, FileSystemDirectoryHandle>();
  vi.spyOn(folders, "saveFolder").mockImplementation(async (id, handle) => void handles.set(id, handle));
  vi.spyOn(folders, "deleteFolder").mockImplementation(async (id) => void handles.delete(id));
  vi.spyOn(folders, "openFolder").mockImplementation(async (id) => {
    const handle = handles.get(id);
    if (!handle) throw new Error("Chrome has taken back access");
    return handle;
  });
  const pick = vi.spyOn(folders, "pickFolder");
  const drop = vi.spyOn(folders, "droppedFolders");
  const messaging = fakeMessaging({
    "connector-list": () => [{ id: "folder", addedBy: "folder" }],
    "source-list": () => [],
    "source-add": () => "id",
    ...handlers,
  });
  const onAdded = vi.fn();
  return { handles, pick, drop, messaging, onAdded, ...renderHook(() => useAddFolder(onAdded)) };
}

test("useAddFolder() adds the picked folder, whose handle is stored first", async () => {
  const { result, handles, pick, messaging, onAdded } = setUp({
    "source-add": ({ id = "" }) => {
      expect(handles.get(id)?.name).toBe("notes");
      return id;
    },
  });
  pick.mockResolvedValue(folder("notes"));
  await act(() => result.current.pick());
  expect(messaging.requests("source-add")).toMatchObject([{ connectorId: "folder", label: "notes" }]);
  expect(onAdded).toHaveBeenCalledOnce();
});

test("useAddFolder() adds nothing when the picker is cancelled", async () => {
  const { result, pick, messaging } = setUp();
  pick.mockResolvedValue(undefined);
  await act(() => result.current.pick());
  expect(messaging.requests("source-add")).toEqual([]);
  expect(result.current.problem).toBeUndefined();
});

test("useAddFolder() adds every dropped folder", async () => {
  const { result, drop, messaging, onAdded } = setUp();
  drop.mockResolvedValue([folder("notes"), folder("work")]);
  await act(() => result.current.drop({} as DataTransfer));
  expect(messaging.requests("source-add")).toHaveLength(2);
  expect(onAdded).toHaveBeenCalledTimes(2);
});

test("useAddFolder() shows a hint when no folder was dropped", async () => {
  const { result, drop } = setUp();
  drop.mockResolvedValue([]);
  await act(() => result.current.drop({} as DataTransfer));
  expect(result.current.problem).toBe("Only folders can be added: drop the folder the file is in");
});

test("useAddFolder() rejects a folder that is a source already, and skips sources without access", async () => {
  const sources = ["notes", "unreadable"].map((id) => ({ source: sourceFixture({ id }) }));
  const { result, handles, pick, messaging } = setUp({ "source-list": () => sources });
  handles.set("notes", folder("notes"));
  pick.mockResolvedValueOnce(folder("notes")).mockResolvedValueOnce(folder("work"));
  await act(() => result.current.pick());
  expect(result.current.problem).toContain("“notes” is here already");
  await act(() => result.current.pick());
  expect(result.current.problem).toBeUndefined();
  expect(messaging.requests("source-add")).toMatchObject([{ label: "work" }]);
});

test("useAddFolder() deletes the handle of a folder that could not be added", async () => {
  const { result, handles, pick, onAdded } = setUp({
    "source-add": () => Promise.reject(new Error("Cannot reach Atlas")),
  });
  pick.mockResolvedValue(folder("notes"));
  await act(() => result.current.pick());
  expect(result.current.problem).toBe("Cannot reach Atlas");
  expect(handles.size).toBe(0);
  expect(onAdded).not.toHaveBeenCalled();
});
