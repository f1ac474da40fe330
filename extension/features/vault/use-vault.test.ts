import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { fakeChrome } from "../../testing/fake-chrome";
import { type FakeHandlers, fakeMessaging } from "../../testing/fake-messaging";
import { useVault } from "./use-vault";

async function setUp(handlers: FakeHandlers = {}) {
  const chrome = fakeChrome();
  const vault = { locked: true, hasPassphrase: true };
  const messaging = fakeMessaging({
    "vault-status": () => ({ ...vault }),
    "vault-unlock": ({ passphrase }) => {
      if (passphrase !== "correct") throw new Error("This is not the passphrase");
      vault.locked = false;
      return null;
    },
    "vault-lock": () => {
      vault.locked = true;
      return null;
    },
    "vault-passphrase": ({ passphrase }) => {
      vault.hasPassphrase = passphrase !== null;
      return null;
    },
    "vault-idle-lock": () => null,
    ...handlers,
  });
  const hook = renderHook(() => useVault());
  await act(async () => {});
  return { ...hook, chrome, messaging };
}

test("useVault() unlocks and locks, and reads the new state", async () => {
  const { result } = await setUp();
  expect(result.current.value).toEqual({ locked: true, hasPassphrase: true, lockAfterMinutes: 0 });
  await act(async () => result.current.unlock("correct"));
  expect(result.current.value?.locked).toBe(false);
  await act(async () => result.current.lock());
  expect(result.current.value?.locked).toBe(true);
});

test("useVault() shows that a passphrase is wrong until it is dismissed", async () => {
  const { result } = await setUp();
  await act(async () => result.current.unlock("wrong"));
  expect(result.current).toMatchObject({ busy: false, problem: "This is not the passphrase" });
  expect(result.current.value?.locked).toBe(true);
  act(() => result.current.dismiss());
  expect(result.current.problem).toBeUndefined();
});

test("useVault() sets and removes the passphrase", async () => {
  const { result, messaging } = await setUp();
  await act(async () => result.current.setPassphrase("new one"));
  await act(async () => result.current.setPassphrase(undefined));
  expect(messaging.requests("vault-passphrase")).toEqual([{ passphrase: "new one" }, { passphrase: null }]);
  expect(result.current.value?.hasPassphrase).toBe(false);
});

test("useVault() asks for the idle permission before it locks by itself, and revokes it after", async () => {
  const { result, chrome } = await setUp();
  await act(async () => result.current.lockAfter(15));
  expect(chrome.access.requests).toEqual([["idle"]]);
  expect(result.current.value?.lockAfterMinutes).toBe(15);
  await act(async () => result.current.lockAfter(0));
  expect([...chrome.access.granted]).toEqual([]);
});

test("useVault() keeps the lock time without the idle permission, and shows the problem", async () => {
  const { result, chrome } = await setUp();
  chrome.access.grants = false;
  await act(async () => result.current.lockAfter(15));
  expect(result.current.problem).toContain("cannot notice when you are away");
  expect(result.current.value?.lockAfterMinutes).toBe(0);
});

test("useVault() reads the state again after a change, until unmount", async () => {
  const { messaging, unmount } = await setUp();
  await act(async () => messaging.change("vault"));
  expect(messaging.requests("vault-status")).toHaveLength(2);
  unmount();
  expect(messaging.listenerCount()).toBe(0);
});
