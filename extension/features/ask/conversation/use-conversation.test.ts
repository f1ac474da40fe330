import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { doneFixture, toChat, turnFixture } from "../../../../engine/chat/testing/conversation-fixture";
import { fakeChrome } from "../../../testing/fake-chrome";
import { type FakeHandlers, fakeMessaging } from "../../../testing/fake-messaging";
import { useConversation } from "./use-conversation";

const INPUT = { question: "When does it ship?", scope: {} };
const OPEN_CHAT = "open-chat";

function setUp({
  shouldRestore = false,
  handlers = {},
}: {
  shouldRestore?: boolean;
  handlers?: FakeHandlers;
} = {}) {
  const chrome = fakeChrome();
  if (shouldRestore) chrome.session.set(OPEN_CHAT, "c");
  const messaging = fakeMessaging(handlers);
  return { chrome, messaging, ...renderHook(() => useConversation({ shouldRestore })) };
}

test("useConversation() renders each event of the answer", async () => {
  const { result, messaging, chrome } = setUp();
  await act(async () => result.current.ask(INPUT));
  const [answer] = messaging.answers;
  expect(answer?.request).toEqual({ question: INPUT.question });
  expect(result.current).toMatchObject({ streaming: true, turns: [{ status: "waiting" }] });
  expect(chrome.session.get(OPEN_CHAT)).toBe(result.current.chatId);
  act(() => answer?.emit({ type: "text", delta: "On " }));
  expect(result.current.turns[0]).toMatchObject({ status: "streaming", text: "On " });
  act(() => answer?.emit({ type: "error", error: { code: "engine-gone", message: "The engine stopped" } }));
  expect(result.current).toMatchObject({ streaming: false, turns: [{ status: "failed", text: "On " }] });
});

test("useConversation() restores the chat that was open, follows its answer and loads the outcome", async () => {
  let turns = [turnFixture(1)];
  const { result, messaging } = setUp({
    shouldRestore: true,
    handlers: { "chat-get": ({ chatId }) => toChat(chatId, turns) },
  });
  await act(async () => {});
  expect(result.current).toMatchObject({ chatId: "c", streaming: true });
  turns = [doneFixture(1)];
  await act(async () => messaging.answers[0]?.end());
  expect(result.current).toMatchObject({ streaming: false, turns: [{ status: "done", text: "Answer 1" }] });
});

test("useConversation() starts with an empty chat without a restored one", async () => {
  expect(setUp().messaging.sent).toEqual([]);
  const { result } = setUp({ shouldRestore: true });
  await act(async () => {});
  expect(result.current.turns).toEqual([]);
});

test("useConversation() merges turns of other windows", async () => {
  const { result, messaging } = setUp({
    handlers: { "chat-get": ({ chatId }) => toChat(chatId, [doneFixture(1)]) },
  });
  await act(async () => messaging.changeChat(result.current.chatId));
  expect(result.current.turns).toEqual([doneFixture(1)]);
});

test("useConversation() stops, asks again and starts a new chat", async () => {
  const { result, messaging } = setUp();
  await act(async () => result.current.ask(INPUT));
  act(() => result.current.stop());
  expect(messaging.answers[0]?.state).toBe("stopped");
  const [turn] = result.current.turns;
  await act(async () => result.current.retry(turn!, {}, { fresh: true }));
  expect(messaging.answers[1]?.request).toEqual({ question: INPUT.question, fresh: true });
  const { chatId } = result.current;
  await act(async () => result.current.startChat());
  expect(result.current.turns).toEqual([]);
  expect(result.current.chatId).not.toBe(chatId);
});

test("useConversation() unsubscribes on unmount and does not stop the answer", async () => {
  const { result, messaging, unmount } = setUp();
  await act(async () => result.current.ask(INPUT));
  unmount();
  expect(messaging.answers[0]?.state).toBe("unsubscribed");
  expect(messaging.listenerCount()).toBe(0);
});
