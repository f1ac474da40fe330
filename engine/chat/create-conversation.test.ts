import { describe, expect, it, vi } from "vitest";
import { createConversationFixture, doneFixture } from "./testing/conversation-fixture";

const INPUT = { question: "When does it ship?", scope: {} };
const ANSWER = {
  question: INPUT.question,
  text: "On Monday.",
  citations: [],
  found: true,
  timings: { embed: 0, search: 0, compose: 0, firstToken: 0, total: 0 },
};

describe("createConversation() ask()", () => {
  it("appends a turn, asks for its answer and reduces the events", () => {
    const { conversation, streams, turns } = createConversationFixture();
    const listener = vi.fn();
    conversation.subscribe(listener);
    conversation.ask(INPUT);
    expect(turns()).toMatchObject([{ chatId: "new-1", id: 1_000, askedAt: 1_000, status: "waiting" }]);
    expect(streams).toMatchObject([
      { turn: { chatId: "new-1", id: 1_000 }, request: { question: INPUT.question } },
    ]);
    streams[0]?.onEvent({ type: "text", delta: "On " });
    expect(turns()).toMatchObject([{ status: "streaming", text: "On " }]);
    streams[0]?.onEvent({ type: "done", answer: ANSWER });
    expect(turns()).toMatchObject([{ status: "done", text: "On Monday." }]);
    expect(listener).toHaveBeenCalledTimes(3);
  });

  it("remembers the chat as the open one", () => {
    const { conversation, openChats } = createConversationFixture();
    conversation.ask(INPUT);
    expect(openChats).toEqual(["new-1"]);
  });

  it("sends the answered turns as history, and gives ascending ids also when the clock was set back", async () => {
    const { conversation, chats, streams, turns } = createConversationFixture();
    chats.set("c", [doneFixture(5_000)]);
    await conversation.open("c");
    conversation.ask(INPUT);
    expect(turns().at(-1)?.id).toBe(5_001);
    expect(streams[0]?.request?.history).toEqual([
      { question: "Question 5000", answer: "Answer 5000", sourceIds: [] },
    ]);
  });

  it("stops the answer in progress and keeps its text", () => {
    const { conversation, clock, streams, turns } = createConversationFixture();
    conversation.ask(INPUT);
    streams[0]?.onEvent({ type: "text", delta: "On " });
    clock.advance(1);
    conversation.ask({ question: "And where?", scope: {} });
    streams[0]?.onEvent({ type: "text", delta: "Monday" });
    expect(streams.map(({ state }) => state)).toEqual(["stopped", "active"]);
    expect(turns()).toMatchObject([{ status: "stopped", text: "On " }, { status: "waiting" }]);
  });
});

describe("createConversation() retry()", () => {
  it("asks a turn again in its place, with the changes and the options of the attempt", async () => {
    const { conversation, chats, streams, turns } = createConversationFixture();
    chats.set("c", [doneFixture(1), doneFixture(2)]);
    await conversation.open("c");
    conversation.retry(doneFixture(1), { question: "Why?" }, { modelId: "m", fresh: true });
    expect(turns()).toMatchObject([{ id: 1, question: "Why?", status: "waiting", text: "" }, { id: 2 }]);
    expect(streams[0]?.request).toEqual({ question: "Why?", modelId: "m", fresh: true });
  });
});

describe("createConversation() stop()", () => {
  it("ends the answer and ignores its later events", () => {
    const { conversation, streams, turns } = createConversationFixture();
    conversation.ask(INPUT);
    conversation.stop();
    streams[0]?.onEvent({ type: "text", delta: "On " });
    expect(streams[0]?.state).toBe("stopped");
    expect(turns()).toMatchObject([{ status: "stopped", text: "" }]);
  });

  it("leaves a conversation without an answer in progress unchanged", async () => {
    const { conversation, chats, turns } = createConversationFixture();
    chats.set("c", [doneFixture(1)]);
    await conversation.open("c");
    conversation.stop();
    expect(turns()).toEqual([doneFixture(1)]);
  });
});

describe("createConversation() startChat()", () => {
  it("shows an empty chat with a new id, and leaves the running answer to be finished", () => {
    const { conversation, streams } = createConversationFixture();
    conversation.ask(INPUT);
    conversation.startChat();
    expect(conversation.getSnapshot()).toEqual({ chatId: "new-2", turns: [] });
    expect(streams[0]?.state).toBe("unsubscribed");
  });
});

describe("createConversation() subscribe()", () => {
  it("keeps the snapshot and calls no listener when nothing changes", () => {
    const { conversation } = createConversationFixture();
    const listener = vi.fn();
    const unsubscribe = conversation.subscribe(listener);
    const before = conversation.getSnapshot();
    conversation.stop();
    expect(conversation.getSnapshot()).toBe(before);
    expect(listener).not.toHaveBeenCalled();
    unsubscribe();
    conversation.ask(INPUT);
    expect(listener).not.toHaveBeenCalled();
  });
});
