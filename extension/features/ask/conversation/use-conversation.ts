import { useEffect, useEffectEvent, useReducer, useRef } from "react";
import { createTurn } from "../../../../engine/chat/create-turn";
import { isInProgress } from "../../../../engine/chat/reduce-turn";
import type { Turn } from "../../../../engine/model/chat";
import { type AnswerStream, ask, followAnswer } from "../../../messaging/ask";
import { callEngine } from "../../../messaging/call-engine";
import { onChatChange } from "../../../messaging/changes";
import type { AskEvent, AskRequest } from "../../../messaging/protocol";
import { readOpenChat, saveOpenChat } from "../../../platform/open-chat";
import { type ConversationState, conversationReducer } from "./conversation-reducer";
import { toAskRequest } from "./to-ask-request";

/** What is asked: everything but the place it takes in the chat. */
export type TurnInput = Pick<Turn, "question" | "scope" | "find" | "removedChips">;

/** What concerns this one attempt to answer. */
export type AttemptOptions = Pick<AskRequest, "modelId" | "cloudAllowed" | "fresh">;

export interface ConversationView {
  readonly chatId: string;
  readonly turns: readonly Turn[];
  readonly streaming: boolean;
  /** Asks; an answer that is still streaming is stopped. */
  readonly ask: (input: TurnInput) => void;
  readonly stop: () => void;
  /** Asks this turn again, in its place; changed where `asking` says so. */
  readonly retry: (turn: Turn, input?: Partial<TurnInput>, options?: AttemptOptions) => void;
  /** Begins a new chat. An answer that is being made goes on, and is found in the history. */
  readonly startChat: () => void;
  readonly open: (chatId: string) => Promise<void>;
}

/** Questions read first, so that a long chat opens as fast as a short one; few change further back. */
const RECENT_TURNS = 50;

/**
 * The chat this panel shows, its questions answered one at a time. With `shouldRestore`, it is the chat that was shown
 * before the panel was closed, in this session of the browser.
 */
export function useConversation({ shouldRestore }: { readonly shouldRestore: boolean }): ConversationView {
  const [state, dispatch] = useReducer(conversationReducer, undefined, createEmptyChat);
  const stream = useAnswerStream();
  // Which chat was wished for last: reading one takes time, and a question may come first.
  const requestedChatId = useRef(state.chatId);

  const show = (next: typeof state) => {
    stream.current?.unsubscribe();
    requestedChatId.current = next.chatId;
    dispatch({ type: "open", conversation: next });
    void saveOpenChat(next.chatId);
  };
  /** Takes in what is kept of a chat; changes nothing where another one is shown by then. */
  const loadTurns = async (chatId: string, options: { readonly newest?: number } = {}) => {
    const turns = (await callEngine("chat-get", { chatId, ...options }))?.turns ?? [];
    dispatch({ type: "catch-up", conversation: { chatId, turns } });
    return turns;
  };
  const open = async (chatId: string) => {
    const before = requestedChatId.current;
    requestedChatId.current = chatId;
    const found = await callEngine("chat-get", { chatId, newest: RECENT_TURNS });
    if (requestedChatId.current !== chatId) return;
    if (!found) {
      // Deleted elsewhere: what is shown stays, and nobody waits for more of it.
      requestedChatId.current = before;
      return dispatch({ type: "stop", chatId });
    }
    show({ chatId, turns: found.turns });
    followRunning(found.turns);
    if (found.turns.length === RECENT_TURNS) await loadTurns(chatId);
  };
  const followRunning = (turns: readonly Turn[]) => {
    const running = turns.findLast(isInProgress);
    if (running) stream.current = followAnswer(running, onEvent(running));
  };
  const onEvent = (turn: Turn) => (event: AskEvent) => {
    if (event.type !== "over") dispatch({ type: "event", turnRef: turn, event });
    else if (requestedChatId.current === turn.chatId) void open(turn.chatId);
  };
  const restore = useEffectEvent(async () => {
    const before = requestedChatId.current;
    const chatId = shouldRestore ? await readOpenChat() : undefined;
    if (chatId && requestedChatId.current === before) await open(chatId);
  });
  useEffect(() => void restore(), []);
  // Another window may show the same chat and ask.
  useChatChanges(async (chatId) => {
    const turns = chatId === requestedChatId.current ? await loadTurns(chatId, { newest: RECENT_TURNS }) : [];
    if (requestedChatId.current === chatId && !stream.current?.isActive()) followRunning(turns);
  });
  const stop = () => {
    stream.current?.stop();
    dispatch({ type: "stop", chatId: state.chatId });
  };
  const send = (turn: Turn, options: AttemptOptions = {}) => {
    stop();
    requestedChatId.current = turn.chatId;
    void saveOpenChat(turn.chatId);
    dispatch({ type: "ask", turn });
    stream.current = ask(turn, { ...toAskRequest(turn, state.turns), ...options }, onEvent(turn));
  };

  return {
    ...state,
    streaming: state.turns.some(isInProgress),
    stop,
    open,
    startChat: () => show(createEmptyChat()),
    ask: (input) => send(nextTurn(state, input)),
    retry: (turn, input, options) => send(createTurn({ ...turn, ...input, askedAt: Date.now() }), options),
  };
}

/** The answer that is listened to; the end of the panel leaves it. */
function useAnswerStream() {
  const stream = useRef<AnswerStream>(undefined);
  useEffect(() => () => stream.current?.unsubscribe(), []);
  return stream;
}

/** Calls `onChanged` with the id of every chat that changes, wherever it was changed. */
function useChatChanges(onChanged: (chatId: string) => Promise<void>): void {
  const changed = useEffectEvent(onChanged);
  useEffect(() => onChatChange((chatId) => void changed(chatId).catch(() => {})), []);
}

function nextTurn({ chatId, turns }: ConversationState, input: TurnInput): Turn {
  const askedAt = Date.now();
  const id = Math.max(askedAt, (turns.at(-1)?.id ?? 0) + 1);
  return createTurn({ ...input, chatId, id, askedAt });
}

function createEmptyChat() {
  return { chatId: crypto.randomUUID(), turns: [] };
}
