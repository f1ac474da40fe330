import type { AskRequest } from "../../contract/ask";
import type { ChatWithTurns, Turn } from "../../model/chat";
import { createFakeClock } from "../../testing/fakes/fake-clock";
import type { AnswerListener, AnswerStream, ConversationDeps } from "../conversation";
import { createConversation } from "../create-conversation";
import { createTurn } from "../create-turn";

/** An answer stream that was opened, with its listener and its state. */
export interface FakeStream extends AnswerListener {
  readonly turn: Pick<Turn, "chatId" | "id">;
  /** Absent for a followed answer. */
  readonly request?: AskRequest;
  state: "active" | "stopped" | "unsubscribed";
}

/** A turn of chat "c", whose question was asked at 0. */
export function turnFixture(id: number, patch: Partial<Turn> = {}): Turn {
  return { ...createTurn({ chatId: "c", id, question: `Question ${id}`, scope: {}, askedAt: 0 }), ...patch };
}

/** An answered turn. */
export function doneFixture(id: number, patch: Partial<Turn> = {}): Turn {
  return turnFixture(id, { status: "done", text: `Answer ${id}`, ...patch });
}

/** A conversation over a fake engine, fake windows and a fake session storage. */
export function createConversationFixture(overrides: Partial<ConversationDeps> = {}) {
  const clock = createFakeClock(1_000);
  const chats = new Map<string, readonly Turn[]>();
  const streams: FakeStream[] = [];
  const loads: { readonly chatId: string; readonly newest?: number }[] = [];
  const changeListeners = new Set<(chatId: string) => void>();
  const openChats: string[] = [];
  let nextId = 0;

  const openStream = (stream: Omit<FakeStream, "state">): AnswerStream => {
    const opened: FakeStream = { ...stream, state: "active" };
    streams.push(opened);
    return {
      stop: () => {
        if (opened.state === "active") opened.state = "stopped";
      },
      unsubscribe: () => {
        if (opened.state === "active") opened.state = "unsubscribed";
      },
      isActive: () => opened.state === "active",
    };
  };

  const conversation = createConversation({
    ask: (turn, request, listener) => openStream({ ...listener, turn, request }),
    follow: (turn, listener) => openStream({ ...listener, turn }),
    loadChat: async (chatId, options) => {
      loads.push({ chatId, ...options });
      const turns = chats.get(chatId);
      return turns ? toChat(chatId, turns.slice(-(options.newest ?? turns.length))) : null;
    },
    onChatChange: (listener) => {
      changeListeners.add(listener);
      return () => changeListeners.delete(listener);
    },
    readOpenChat: async () => openChats.at(-1),
    saveOpenChat: async (chatId) => {
      openChats.push(chatId);
    },
    createChatId: () => `new-${++nextId}`,
    clock,
    ...overrides,
  });
  return {
    conversation,
    clock,
    /** The stored chats; a missing one was deleted. */
    chats,
    streams,
    loads,
    openChats,
    changeListeners,
    /** Another window has changed the chat. */
    change: (chatId: string) => {
      for (const listener of changeListeners) listener(chatId);
    },
    turns: () => conversation.getSnapshot().turns,
  };
}

export function toChat(chatId: string, turns: readonly Turn[]): ChatWithTurns {
  return { chat: { id: chatId, title: chatId, createdAt: 0, updatedAt: 0, pinned: false }, turns };
}
