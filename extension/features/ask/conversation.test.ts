import { describe, expect, it } from "vitest";
import { newTurn } from "../../../engine/chat/new-turn";
import type { Turn } from "../../../engine/model/chat";
import { type Conversation, type ConversationAction, conversation } from "./conversation";

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
      { type: "stop" },
      event(2, "ips"),
    );
    expect(turns).toMatchObject([{ status: "done" }, { status: "stopped", text: "It sh" }]);
  });

  it("ignores what comes for a chat that is no longer shown", () => {
    const opened: ConversationAction = { type: "open", conversation: { chatId: "other", turns: [turn(1)] } };
    expect(play(ask(turn(1)), opened, event(1, "It ships")).turns).toEqual([turn(1)]);
  });
});

function play(...actions: readonly ConversationAction[]): Conversation {
  return actions.reduce(conversation, { chatId: "c", turns: [] });
}

function turn(id: number, patch: Partial<Turn> = {}): Turn {
  return {
    ...newTurn({ chatId: "c", id, question: "When does it ship?", scope: {}, askedAt: 0 }),
    ...patch,
  };
}

function ask(asked: Turn): ConversationAction {
  return { type: "ask", turn: asked };
}

function event(id: number, delta: string): ConversationAction {
  return { type: "event", place: { chatId: "c", id }, event: { type: "text", delta } };
}
