import { describe, expect, it, vi } from "vitest";
import type { ChatWithTurns } from "../model/chat";
import { createConversationFixture, doneFixture, toChat, turnFixture } from "./testing/conversation-fixture";

const INPUT = { question: "When does it ship?", scope: {} };

describe("createConversation() open()", () => {
  it("shows the last turns first, and loads a long chat whole", async () => {
    const { conversation, chats, loads, turns } = createConversationFixture();
    chats.set(
      "c",
      Array.from({ length: 60 }, (_, index) => doneFixture(index + 1)),
    );
    const shown: number[] = [];
    conversation.subscribe(() => shown.push(turns().length));
    await conversation.open("c");
    expect(loads).toEqual([{ chatId: "c", newest: 50 }, { chatId: "c" }]);
    expect(shown).toEqual([50, 60]);
    expect(turns().map(({ id }) => id)).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
  });

  it("follows an answer in progress", async () => {
    const { conversation, chats, streams, turns } = createConversationFixture();
    chats.set("c", [doneFixture(1), turnFixture(2)]);
    await conversation.open("c");
    streams[0]?.onEvent({ type: "text", delta: "On " });
    expect(streams).toMatchObject([{ turn: { chatId: "c", id: 2 } }]);
    expect(streams[0]).not.toHaveProperty("request");
    expect(turns()[1]).toMatchObject({ status: "streaming", text: "On " });
  });

  it("leaves the running answer of the chat that was shown, and drops its events", async () => {
    const { conversation, chats, streams, turns } = createConversationFixture();
    chats.set("c", [doneFixture(1)]);
    conversation.ask(INPUT);
    await conversation.open("c");
    streams[0]?.onEvent({ type: "text", delta: "On " });
    expect(streams[0]?.state).toBe("unsubscribed");
    expect(turns()).toEqual([doneFixture(1)]);
  });

  it("drops a chat that arrives after a question was asked", async () => {
    const { conversation, chats, turns } = createConversationFixture();
    chats.set("c", [doneFixture(1)]);
    const opening = conversation.open("c");
    conversation.ask(INPUT);
    await opening;
    expect(turns()).toMatchObject([{ question: INPUT.question }]);
  });

  it("shows the chat that was asked for last, in whatever order they arrive", async () => {
    const replies = new Map<string, (chat: ChatWithTurns) => void>();
    const { conversation, turns } = createConversationFixture({
      loadChat: (chatId) => new Promise((resolve) => replies.set(chatId, resolve)),
    });
    const opening = [conversation.open("a"), conversation.open("b")];
    replies.get("b")?.(toChat("b", [doneFixture(2, { chatId: "b" })]));
    replies.get("a")?.(toChat("a", [doneFixture(1, { chatId: "a" })]));
    await Promise.all(opening);
    expect(turns()).toMatchObject([{ chatId: "b" }]);
  });

  it("keeps the shown chat, and merges its changes, when the other one was deleted", async () => {
    const { conversation, chats, change, turns } = createConversationFixture();
    conversation.connect();
    chats.set("c", [doneFixture(1)]);
    await conversation.open("c");
    await conversation.open("gone");
    chats.set("c", [doneFixture(1), doneFixture(2)]);
    change("c");
    await vi.waitFor(() => expect(turns()).toHaveLength(2));
  });

  it("rejects when the chat cannot be loaded, and keeps the shown one", async () => {
    let chat = toChat("c", [doneFixture(1)]);
    const { conversation, change, turns } = createConversationFixture({
      loadChat: async (chatId) => {
        if (chatId === "c") return chat;
        throw new Error("Cannot reach Atlas");
      },
    });
    conversation.connect();
    await expect(conversation.open("other")).rejects.toThrow("Cannot reach Atlas");
    await conversation.open("c");
    await expect(conversation.open("other")).rejects.toThrow("Cannot reach Atlas");
    chat = toChat("c", [doneFixture(1), doneFixture(2)]);
    change("c");
    await vi.waitFor(() => expect(turns()).toHaveLength(2));
  });
});

describe("createConversation() of a followed answer that ends", () => {
  it("loads its outcome from the store", async () => {
    const { conversation, chats, streams, turns } = createConversationFixture();
    chats.set("c", [turnFixture(1)]);
    await conversation.open("c");
    chats.set("c", [doneFixture(1)]);
    streams[0]?.onEnd();
    await vi.waitFor(() => expect(turns()).toEqual([doneFixture(1)]));
  });

  it("loads nothing when another chat is shown", async () => {
    const { conversation, chats, loads, streams } = createConversationFixture();
    chats.set("c", [turnFixture(1)]);
    await conversation.open("c");
    conversation.startChat();
    streams[0]?.onEnd();
    expect(loads).toHaveLength(1);
  });
});

describe("createConversation() connect()", () => {
  it("merges turns of other windows and follows the answer they wait for", async () => {
    const { conversation, chats, change, streams, turns } = createConversationFixture();
    conversation.connect();
    chats.set("c", [doneFixture(1)]);
    await conversation.open("c");
    chats.set("c", [doneFixture(1), turnFixture(2)]);
    change("c");
    await vi.waitFor(() =>
      expect(streams).toMatchObject([{ turn: { chatId: "c", id: 2 }, state: "active" }]),
    );
    expect(turns()).toEqual([doneFixture(1), turnFixture(2)]);
  });

  it("keeps listening to its own answer while another window changes the chat", async () => {
    const { conversation, chats, change, streams, turns } = createConversationFixture();
    conversation.connect();
    conversation.ask(INPUT);
    chats.set("new-1", [doneFixture(1, { chatId: "new-1" }), ...turns()]);
    change("new-1");
    await vi.waitFor(() => expect(turns()).toHaveLength(2));
    expect(streams.map(({ state }) => state)).toEqual(["active"]);
  });

  it("ignores changes of chats that are not shown", () => {
    const { conversation, change, loads } = createConversationFixture();
    conversation.connect();
    change("other");
    expect(loads).toEqual([]);
  });

  it("ignores a change that cannot be loaded, and merges the next one", async () => {
    let isReachable = false;
    const { conversation, change, turns } = createConversationFixture({
      loadChat: async (chatId) => {
        if (!isReachable) throw new Error("Cannot reach Atlas");
        return toChat(chatId, [doneFixture(1, { chatId })]);
      },
    });
    conversation.connect();
    change("new-1");
    isReachable = true;
    change("new-1");
    await vi.waitFor(() => expect(turns()).toHaveLength(1));
  });

  it("leaves the answer to be finished, and drops late replies, once it is disconnected", async () => {
    const { conversation, chats, streams, changeListeners, turns } = createConversationFixture();
    const disconnect = conversation.connect();
    conversation.ask(INPUT);
    chats.set("c", [turnFixture(1)]);
    const opening = conversation.open("c");
    disconnect();
    await opening;
    expect(streams.map(({ state }) => state)).toEqual(["unsubscribed"]);
    expect(turns()).toMatchObject([{ question: INPUT.question }]);
    expect(changeListeners.size).toBe(0);
  });

  it("can be called again", async () => {
    const { conversation, chats, change, turns } = createConversationFixture();
    conversation.connect()();
    conversation.connect();
    chats.set("new-1", [doneFixture(1, { chatId: "new-1" })]);
    change("new-1");
    await vi.waitFor(() => expect(turns()).toHaveLength(1));
  });
});

describe("createConversation() restore()", () => {
  it("opens the chat that was open last", async () => {
    const { conversation, chats, openChats, turns } = createConversationFixture();
    chats.set("c", [doneFixture(1)]);
    openChats.push("c");
    await conversation.restore();
    expect(turns()).toEqual([doneFixture(1)]);
  });

  it("starts empty when no chat was open", async () => {
    const { conversation, loads } = createConversationFixture();
    await conversation.restore();
    expect(loads).toEqual([]);
  });

  it("does not replace a chat that was opened meanwhile", async () => {
    const { conversation, chats, openChats, turns } = createConversationFixture();
    chats.set("c", [doneFixture(1)]).set("d", [doneFixture(2, { chatId: "d" })]);
    openChats.push("c");
    const restoring = conversation.restore();
    await Promise.all([conversation.open("d"), restoring]);
    expect(turns()).toMatchObject([{ chatId: "d" }]);
  });
});
