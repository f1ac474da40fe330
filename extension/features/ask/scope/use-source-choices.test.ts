import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { sourceFixture } from "../../../../engine/testing/fixtures";
import { fakeMessaging } from "../../../testing/fake-messaging";
import { useSourceChoices } from "./use-source-choices";

const COUNTS = { found: 4, pending: 0, indexed: 4, skipped: 0, failed: 0 };

test("useSourceChoices() gives the sources with the icons of their connectors, and the progress", async () => {
  let counts = { ...COUNTS, pending: 1, indexed: 3 };
  const messaging = fakeMessaging({
    "connector-list": () => [{ id: "folder", icon: "folder" }],
    "source-list": () => [
      { source: sourceFixture({ id: "n", label: "notes" }), counts },
      { source: sourceFixture({ id: "x", label: "Removed", connectorId: "gone" }), counts: COUNTS },
    ],
  });
  const { result } = renderHook(() => useSourceChoices());
  expect(result.current.choices).toBeUndefined();
  await act(async () => {});
  expect(result.current.choices).toEqual([
    { id: "n", label: "notes", icon: "folder" },
    { id: "x", label: "Removed", icon: "page" },
  ]);
  expect(result.current.progress).toMatchObject({ done: 7, found: 8, busy: true });
  counts = COUNTS;
  await act(async () => messaging.change("sources"));
  expect(result.current.progress).toMatchObject({ done: 8, busy: false });
});

test("useSourceChoices() shows why the sources cannot be read, until they can", async () => {
  let isReachable = false;
  fakeMessaging({
    "connector-list": () => [],
    "source-list": () => (isReachable ? [] : Promise.reject(new Error("Cannot reach Atlas"))),
  });
  const { result } = renderHook(() => useSourceChoices());
  await act(async () => {});
  expect(result.current.problem).toBe("Cannot reach Atlas");
  isReachable = true;
  await act(async () => result.current.refresh());
  expect(result.current).toMatchObject({ choices: [] });
  expect(result.current.problem).toBeUndefined();
});
