import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { type FakeHandlers, fakeMessaging } from "../../../testing/fake-messaging";
import { useLedger } from "./use-ledger";

async function setUp(handlers: FakeHandlers) {
  const messaging = fakeMessaging(handlers);
  const hook = renderHook(() => useLedger("notes", { withReason: true }));
  await act(async () => {});
  return { ...hook, messaging };
}

const itemsUpTo = (count: number) => Array.from({ length: count }, (_, index) => ({ itemId: `${index}` }));

test("useLedger() shows 50 items, and 50 more each time while there are more", async () => {
  const { result, messaging } = await setUp({ "ledger-list": ({ limit }) => itemsUpTo(Math.min(limit, 70)) });
  expect(result.current.items).toHaveLength(50);
  await act(async () => result.current.showMore?.());
  expect(result.current.items).toHaveLength(70);
  expect(result.current.showMore).toBeUndefined();
  expect(messaging.requests("ledger-list").at(-1)).toEqual({
    ...{ sourceId: "notes", withReason: true },
    ...{ offset: 0, limit: 101 },
  });
});

test("useLedger() reads the items again after a change", async () => {
  let count = 2;
  const { result, messaging } = await setUp({ "ledger-list": () => itemsUpTo(count) });
  expect(result.current.items).toHaveLength(2);
  count = 1;
  await act(async () => messaging.change("ledger"));
  expect(result.current.items).toHaveLength(1);
});

test("useLedger() shows why the items cannot be read", async () => {
  const { result } = await setUp({ "ledger-list": () => Promise.reject(new Error("Cannot reach Atlas")) });
  expect(result.current).toEqual({ problem: "Cannot reach Atlas" });
});
