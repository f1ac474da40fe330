import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { sourceFixture } from "../../../../engine/testing/fixtures";
import { fakeMessaging } from "../../../testing/fake-messaging";
import { useFolders } from "./use-folders";

const SOURCES = [
  { source: sourceFixture({ id: "notes", connectorId: "folder" }) },
  { source: sourceFixture({ id: "slack", connectorId: "slack" }) },
];

test("useFolders() reads the folders of connected folders once, when they are first needed", async () => {
  const messaging = fakeMessaging({
    "connector-list": () => [
      { id: "slack", addedBy: "sign-in" },
      { id: "folder", addedBy: "folder" },
    ],
    "source-list": () => SOURCES,
    "ledger-list": () => [{ itemId: "work/plans/a.md" }, { itemId: "work/b.md" }, { itemId: "c.md" }],
  });
  const { result } = renderHook(() => useFolders());
  expect(messaging.sent).toEqual([]);
  await act(async () => result.current.loadFolders());
  expect(result.current.folders).toEqual(["plans", "work"]);
  await act(async () => result.current.loadFolders());
  expect(messaging.requests("ledger-list")).toEqual([{ sourceId: "notes", offset: 0, limit: 2_000 }]);
});

test("useFolders() has no folders when they cannot be read", async () => {
  fakeMessaging();
  const { result } = renderHook(() => useFolders());
  await act(async () => result.current.loadFolders());
  expect(result.current.folders).toEqual([]);
});
