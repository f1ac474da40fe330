import { act, renderHook } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { doneFixture, toChat } from "../../../engine/chat/testing/conversation-fixture";
import { createDeferred, type Deferred } from "../../testing/deferred";
import { type FakeHandlers, fakeMessaging } from "../../testing/fake-messaging";
import * as files from "./export-chats";
import { useHistory } from "./use-history";

const { chat: CHAT } = toChat("c", []);

async function setUp(handlers: FakeHandlers = {}) {
  const messaging = fakeMessaging({ "chat-list": () => [CHAT], ...handlers });
  const onDelete = vi.fn();
  const hook = renderHook(() => useHistory(onDelete));
  await act(async () => {});
  return { ...hook, messaging, onDelete };
}

test("useHistory() lists the chats, and again after a change", async () => {
  let chats = [CHAT];
  const { result, messaging } = await setUp({ "chat-list": () => chats });
  expect(result.current.chats).toEqual([CHAT]);
  chats = [];
  await act(async () => messaging.change("chats"));
  expect(result.current.chats).toEqual([]);
});

test("useHistory() searches for the words that were typed last", async () => {
  const replies: Deferred<unknown>[] = [];
  const { result, messaging } = await setUp({
    "chat-list": ({ words }) => {
      if (words === "") return [CHAT];
      const reply = createDeferred<unknown>();
      replies.push(reply);
      return reply.promise;
    },
  });
  act(() => result.current.search("sh"));
  act(() => result.current.search("ship"));
  expect(result.current.words).toBe("ship");
  await act(async () => replies[0]?.resolve([CHAT]));
  await act(async () => replies[1]?.resolve([]));
  expect(messaging.requests("chat-list").at(-1)).toEqual({ words: "ship" });
  expect(result.current.chats).toEqual([]);
});

test("useHistory() renames and pins a chat, and reads the list again", async () => {
  const { result, messaging } = await setUp({ "chat-change": () => null });
  await act(async () => result.current.rename(CHAT, "  Releases "));
  await act(async () => result.current.pin(CHAT));
  expect(messaging.requests("chat-change")).toEqual([
    { chatId: "c", title: "Releases" },
    { chatId: "c", pinned: true },
  ]);
  expect(messaging.requests("chat-list")).toHaveLength(3);
});

test("useHistory() tells the panel which chats were deleted", async () => {
  const { result, onDelete } = await setUp({ "chat-delete": () => null });
  await act(async () => result.current.remove([CHAT]));
  expect(onDelete).toHaveBeenCalledExactlyOnceWith(["c"]);
});

test("useHistory() shows why a chat could not be deleted, and does not tell the panel", async () => {
  const { result, onDelete } = await setUp({
    "chat-delete": () => Promise.reject(new Error("Cannot reach Atlas")),
  });
  await act(async () => result.current.remove([CHAT]));
  expect(result.current.problem).toBe("Cannot reach Atlas");
  expect(onDelete).not.toHaveBeenCalled();
  act(() => result.current.dismiss());
  expect(result.current.problem).toBeUndefined();
});

test("useHistory() exports the chats that still exist, with all their turns", async () => {
  const download = vi.spyOn(files, "download").mockImplementation(() => {});
  const stored = toChat("c", [doneFixture(1)]);
  const { result } = await setUp({ "chat-get": ({ chatId }) => (chatId === "c" ? stored : null) });
  await act(async () => result.current.export([CHAT, { ...CHAT, id: "gone" }], "json"));
  const [file] = download.mock.calls[0] ?? [];
  expect(JSON.parse(file?.text ?? "")).toEqual([stored]);
});

test("useHistory() stops listening on unmount", async () => {
  const { messaging, unmount } = await setUp();
  unmount();
  expect(messaging.listenerCount()).toBe(0);
});
