import { describe, expect, it } from "vitest";
import type { Turn } from "../model/chat";
import { createTurn } from "./create-turn";
import { type ConversationAction, type ConversationState, reduceConversation } from "./reduce-conversation";

describe("reduceConversation()", () => {
  it("appends a new turn, and replaces the turn of a question asked again", () => {
    const again = turn(1, { question: "When does it really ship?" });
    const { turns } = play(ask(turn(1, { status: "failed" })), ask(turn(2)), ask(again));
    expect(turns).toEqual([again, turn(2)]);
  });

  it("keeps the streamed text on stop, ignores later events, and leaves finished turns unchanged", () => {
    const { turns } = play(
      ask(turn(1, { status: "done" })),
      ask(turn(2)),
      event(2, "It sh"),
      { type: "stop", chatId: "c" },
      event(2, "ips"),
    );
    expect(turns).toMatchObject([{ status: "done" }, { status: "stopped", text: "It sh" }]);
  });

  it("ignores events and stops of a chat that is no longer shown", () => {
    const opened: ConversationAction = { type: "open", conversation: { chatId: "other", turns: [turn(1)] } };
    const stop: ConversationAction = { type: "stop", chatId: "c" };
    expect(play(ask(turn(1)), opened, event(1, "It ships"), stop).turns).toEqual([turn(1)]);
  });
});

describe("reduceConversation() of merge-stored", () => {
  const done = (id: number, patch: Partial<Turn> = {}) =>
    turn(id, { status: "done", text: "It ships", ...patch });
  const mergeStored = (...turns: readonly Turn[]): ConversationAction => {
    return { type: "merge-stored", conversation: { chatId: "c", turns } };
  };

  it("takes turns of other windows and their answers, in the order of asking", () => {
    const waiting = play(ask(done(1)), mergeStored(done(1), turn(2)));
    expect(waiting.turns).toEqual([done(1), turn(2)]);
    expect(reduceConversation(waiting, mergeStored(done(1), done(2))).turns).toEqual([done(1), done(2)]);
    expect(play(ask(done(1)), ask(done(3)), mergeStored(done(1), done(2), done(3))).turns).toEqual([
      done(1),
      done(2),
      done(3),
    ]);
  });

  it("takes a turn that was asked again or stopped in another window, or whose text was removed", () => {
    const again = turn(1, { askedAt: 5 });
    expect(play(ask(done(1)), mergeStored(again)).turns).toEqual([again]);
    const stopped = turn(2, { status: "stopped", text: "It" });
    expect(play(ask(turn(2)), event(2, "It"), mergeStored(stopped)).turns).toEqual([stopped]);
    expect(play(ask(done(1)), mergeStored(done(1, { text: "" }))).turns).toEqual([done(1, { text: "" })]);
  });

  it("keeps the shown turn while it streams, when it was asked later, and when nothing changed", () => {
    const streaming = play(ask(done(1)), ask(turn(2)), event(2, "It"));
    const merged = reduceConversation(streaming, mergeStored(done(1), turn(2)));
    expect(merged.turns).toEqual(streaming.turns);
    expect(merged.turns[0]).toBe(streaming.turns[0]);
    const again = play(ask(done(1)), ask(turn(1, { askedAt: 5 })), mergeStored(done(1)));
    expect(again.turns).toEqual([turn(1, { askedAt: 5 })]);
    expect(play(ask(done(1)), ask(turn(2)), mergeStored(done(1))).turns).toEqual([done(1), turn(2)]);
  });

  it("keeps the text that had come when the engine ended midway", () => {
    const problem = { code: "engine-gone", message: "The answer was interrupted" } as const;
    const lost = turn(1, { status: "failed", problem });
    const failed = { status: "failed", text: "It sh", problem };
    expect(play(ask(turn(1)), event(1, "It sh"), mergeStored(lost)).turns).toMatchObject([failed]);
    const told: ConversationAction = {
      type: "event",
      turnRef: { chatId: "c", id: 1 },
      event: { type: "error", error: problem },
    };
    expect(play(ask(turn(1)), event(1, "It sh"), told, mergeStored(lost)).turns).toMatchObject([failed]);
    expect(play(ask(done(1)), mergeStored(lost)).turns).toEqual([done(1)]);
    const longer = { ...lost, text: "It ships" };
    expect(play(ask(turn(1)), event(1, "It sh"), mergeStored(longer)).turns).toEqual([longer]);
  });

  it("ignores a chat that is not shown", () => {
    const other: ConversationAction = {
      type: "merge-stored",
      conversation: { chatId: "other", turns: [turn(7)] },
    };
    expect(play(ask(done(1)), other).turns).toEqual([done(1)]);
  });
});

function play(...actions: readonly ConversationAction[]): ConversationState {
  return actions.reduce(reduceConversation, { chatId: "c", turns: [] });
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
