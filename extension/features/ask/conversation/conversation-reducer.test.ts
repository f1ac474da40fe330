import { describe, expect, it } from "vitest";
import { createTurn } from "../../../../engine/chat/create-turn";
import type { Turn } from "../../../../engine/model/chat";
import { type ConversationAction, type ConversationState, conversationReducer } from "./conversation-reducer";

describe("conversation()", () => {
  it("adds a question after the others, and lets one asked again take its old place", () => {
    const again = turn(1, { question: "When does it really ship?" });
    const { turns } = play(ask(turn(1, { status: "failed" })), ask(turn(2)), ask(again));
    expect(turns).toEqual([again, turn(2)]);
  });

  it("keeps what was streamed when stopped, ignores what still arrives, and leaves finished turns alone", () => {
    const { turns } = play(
      ask(turn(1, { status: "done" })),
      ask(turn(2)),
      event(2, "It sh"),
      { type: "stop", chatId: "c" },
      event(2, "ips"),
    );
    expect(turns).toMatchObject([{ status: "done" }, { status: "stopped", text: "It sh" }]);
  });

  it("ignores what comes for a chat that is no longer shown", () => {
    const opened: ConversationAction = { type: "open", conversation: { chatId: "other", turns: [turn(1)] } };
    const stop: ConversationAction = { type: "stop", chatId: "c" };
    expect(play(ask(turn(1)), opened, event(1, "It ships"), stop).turns).toEqual([turn(1)]);
  });
});

describe("conversation() that is caught up with the store", () => {
  const done = (id: number, patch: Partial<Turn> = {}) =>
    turn(id, { status: "done", text: "It ships", ...patch });
  const mergeStored = (...turns: readonly Turn[]): ConversationAction => {
    return { type: "catch-up", conversation: { chatId: "c", turns } };
  };

  it("takes questions asked elsewhere, and what became of them, in the order of asking", () => {
    const waiting = play(ask(done(1)), mergeStored(done(1), turn(2)));
    expect(waiting.turns).toEqual([done(1), turn(2)]);
    expect(conversationReducer(waiting, mergeStored(done(1), done(2))).turns).toEqual([done(1), done(2)]);
    expect(play(ask(done(1)), ask(done(3)), mergeStored(done(1), done(2), done(3))).turns).toEqual([
      done(1),
      done(2),
      done(3),
    ]);
  });

  it("takes a question that was asked again elsewhere, or stopped, or lost its sources", () => {
    const again = turn(1, { askedAt: 5 });
    expect(play(ask(done(1)), mergeStored(again)).turns).toEqual([again]);
    const stopped = turn(2, { status: "stopped", text: "It" });
    expect(play(ask(turn(2)), event(2, "It"), mergeStored(stopped)).turns).toEqual([stopped]);
    expect(play(ask(done(1)), mergeStored(done(1, { text: "" }))).turns).toEqual([done(1, { text: "" })]);
  });

  it("keeps what it knows better: what streams here, what was asked here just now, what has not changed", () => {
    const streaming = play(ask(done(1)), ask(turn(2)), event(2, "It"));
    const caughtUp = conversationReducer(streaming, mergeStored(done(1), turn(2)));
    expect(caughtUp.turns).toEqual(streaming.turns);
    expect(caughtUp.turns[0]).toBe(streaming.turns[0]);
    const again = play(ask(done(1)), ask(turn(1, { askedAt: 5 })), mergeStored(done(1)));
    expect(again.turns).toEqual([turn(1, { askedAt: 5 })]);
    expect(play(ask(done(1)), ask(turn(2)), mergeStored(done(1))).turns).toEqual([done(1), turn(2)]);
  });

  it("ignores a chat that is no longer shown", () => {
    const other: ConversationAction = {
      type: "catch-up",
      conversation: { chatId: "other", turns: [turn(7)] },
    };
    expect(play(ask(done(1)), other).turns).toEqual([done(1)]);
  });
});

function play(...actions: readonly ConversationAction[]): ConversationState {
  return actions.reduce(conversationReducer, { chatId: "c", turns: [] });
}

function turn(id: number, patch: Partial<Turn> = {}): Turn {
  return {
    ...createTurn({ chatId: "c", id, question: "When does it ship?", scope: {}, askedAt: 0 }),
    ...patch,
  };
}

function ask(asked: Turn): ConversationAction {
  return { type: "ask", turn: asked };
}

function event(id: number, delta: string): ConversationAction {
  return { type: "event", turnRef: { chatId: "c", id }, event: { type: "text", delta } };
}
