import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { broadcastChange, broadcastChatChange, changesOf, onChatChange } from "./changes";

/** Delivers at once, to every open channel but the sender. */
class FakeBroadcastChannel {
  static open = new Set<FakeBroadcastChannel>();
  onmessage: ((event: { readonly data: unknown }) => void) | null = null;

  constructor() {
    FakeBroadcastChannel.open.add(this);
  }

  postMessage(data: unknown): void {
    for (const channel of FakeBroadcastChannel.open) if (channel !== this) channel.onmessage?.({ data });
  }

  close(): void {
    FakeBroadcastChannel.open.delete(this);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("BroadcastChannel", FakeBroadcastChannel);
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  FakeBroadcastChannel.open.clear();
});

test("changesOf() calls after changes of its topics alone", () => {
  const [sources, models] = [vi.fn(), vi.fn()];
  changesOf(["sources", "ledger"])(sources);
  changesOf(["models", "vault"])(models);
  broadcastChange("ledger", "index");
  vi.advanceTimersByTime(200);
  expect([sources.mock.calls.length, models.mock.calls.length]).toEqual([1, 0]);
  broadcastChange("vault");
  vi.advanceTimersByTime(200);
  expect([sources.mock.calls.length, models.mock.calls.length]).toEqual([1, 1]);
});

test("changesOf() calls once for a burst, after the first change, and again for what comes later", () => {
  const listener = vi.fn();
  changesOf(["index"], 2_000)(listener);
  for (let count = 0; count < 20; count++) {
    broadcastChange("index");
    vi.advanceTimersByTime(100);
  }
  expect(listener).toHaveBeenCalledTimes(1);
  broadcastChange("index");
  vi.advanceTimersByTime(2_000);
  expect(listener).toHaveBeenCalledTimes(2);
});

test("changesOf() calls no more once it is stopped, and leaves no channel open", () => {
  const listener = vi.fn();
  const stop = changesOf(["chats"])(listener);
  broadcastChange("chats");
  stop();
  vi.advanceTimersByTime(1_000);
  expect(listener).not.toHaveBeenCalled();
  expect(FakeBroadcastChannel.open.size).toBe(0);
});

test("a change of one chat names it, and is a change of chats", () => {
  const [chats, one] = [vi.fn(), vi.fn()];
  changesOf(["chats"])(chats);
  onChatChange(one);
  broadcastChatChange("c");
  broadcastChange("chats");
  vi.advanceTimersByTime(200);
  expect(one.mock.calls).toEqual([["c"]]);
  expect(chats).toHaveBeenCalledTimes(1);
});
