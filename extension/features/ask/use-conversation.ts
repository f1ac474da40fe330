import { useEffect, useEffectEvent, useReducer, useRef } from "react";
import { newTurn } from "../../../engine/chat/new-turn";
import { isOpen } from "../../../engine/chat/turn-after-event";
import type { Turn } from "../../../engine/model/chat";
import { type AnswerStream, ask, followAnswer } from "../../messaging/ask";
import { callEngine } from "../../messaging/call-engine";
import { onChatChange } from "../../messaging/changes";
import type { AskEvent, AskRequest } from "../../messaging/protocol";
import { readOpenChat, rememberOpenChat } from "../../platform/open-chat";
import { type Conversation, conversation } from "./conversation";
import { toRequest } from "./to-request";

/** What is asked: everything but the place it takes in the chat. */
export type Asking = Pick<Turn, "question" | "scope" | "find" | "removedChips">;

/** What concerns this one attempt to answer. */
export type HowToAsk = Pick<AskRequest, "modelId" | "cloudAllowed" | "fresh">;

interface ConversationView {
  readonly chatId: string;
  readonly turns: readonly Turn[];
  readonly streaming: boolean;
  /** Asks; an answer that is still streaming is stopped. */
  readonly ask: (asking: Asking) => void;
  readonly stop: () => void;
  /** Asks this turn again, in its place; changed where `asking` says so. */
  readonly again: (turn: Turn, asking?: Partial<Asking>, how?: HowToAsk) => void;
  /** Begins a new chat. An answer that is being made goes on, and is found in the history. */
  readonly begin: () => void;
  readonly open: (chatId: string) => Promise<void>;
}

/** Questions read first, so that a long chat opens as fast as a short one; few change further back. */
const NEWEST = 50;

/**
 * The chat this panel shows, its questions answered one at a time. With `goesOn`, it is the chat that was shown
 * before the panel was closed, in this session of the browser.
 */
export function useConversation({ goesOn }: { readonly goesOn: boolean }): ConversationView {
  const [state, dispatch] = useReducer(conversation, undefined, nothingAsked);
  const stream = useStream();
  // Which chat was wished for last: reading one takes time, and a question may come first.
  const wish = useRef(state.chatId);

  const show = (next: typeof state) => {
    stream.current?.leave();
    wish.current = next.chatId;
    dispatch({ type: "open", conversation: next });
    void rememberOpenChat(next.chatId);
  };
  /** Takes in what is kept of a chat; changes nothing where another one is shown by then. */
  const readInto = async (chatId: string, options: { readonly newest?: number } = {}) => {
    const turns = (await callEngine("chat-get", { chatId, ...options }))?.turns ?? [];
    dispatch({ type: "catch-up", conversation: { chatId, turns } });
    return turns;
  };
  const open = async (chatId: string) => {
    const before = wish.current;
    wish.current = chatId;
    const found = await callEngine("chat-get", { chatId, newest: NEWEST });
    if (wish.current !== chatId) return;
    if (!found) {
      // Deleted elsewhere: what is shown stays, and nobody waits for more of it.
      wish.current = before;
      return dispatch({ type: "stop", chatId });
    }
    show({ chatId, turns: found.turns });
    followRunning(found.turns);
    if (found.turns.length === NEWEST) await readInto(chatId);
  };
  const followRunning = (turns: readonly Turn[]) => {
    const running = turns.findLast(isOpen);
    if (running) stream.current = followAnswer(running, hear(running));
  };
  const hear = (turn: Turn) => (event: AskEvent) => {
    if (event.type !== "over") dispatch({ type: "event", place: turn, event });
    else if (wish.current === turn.chatId) void open(turn.chatId);
  };
  const goOn = useEffectEvent(async () => {
    const before = wish.current;
    const chatId = goesOn ? await readOpenChat() : undefined;
    if (chatId && wish.current === before) await open(chatId);
  });
  useEffect(() => void goOn(), []);
  // Another window may show the same chat and ask.
  useChatChanges(async (chatId) => {
    const turns = chatId === wish.current ? await readInto(chatId, { newest: NEWEST }) : [];
    if (wish.current === chatId && !stream.current?.isOn()) followRunning(turns);
  });
  const stop = () => {
    stream.current?.stop();
    dispatch({ type: "stop", chatId: state.chatId });
  };
  const send = (turn: Turn, how: HowToAsk = {}) => {
    stop();
    wish.current = turn.chatId;
    void rememberOpenChat(turn.chatId);
    dispatch({ type: "ask", turn });
    stream.current = ask(turn, { ...toRequest(turn, state.turns), ...how }, hear(turn));
  };

  return {
    ...state,
    streaming: state.turns.some(isOpen),
    stop,
    open,
    begin: () => show(nothingAsked()),
    ask: (asking) => send(nextTurn(state, asking)),
    again: (turn, asking, how) => send(newTurn({ ...turn, ...asking, askedAt: Date.now() }), how),
  };
}

/** The answer that is listened to; the end of the panel leaves it. */
function useStream() {
  const stream = useRef<AnswerStream>(undefined);
  useEffect(() => () => stream.current?.leave(), []);
  return stream;
}

/** Calls `onChanged` with the id of every chat that changes, wherever it was changed. */
function useChatChanges(onChanged: (chatId: string) => Promise<void>): void {
  const changed = useEffectEvent(onChanged);
  useEffect(() => onChatChange((chatId) => void changed(chatId).catch(() => {})), []);
}

function nextTurn({ chatId, turns }: Conversation, asking: Asking): Turn {
  const askedAt = Date.now();
  const id = Math.max(askedAt, (turns.at(-1)?.id ?? 0) + 1);
  return newTurn({ ...asking, chatId, id, askedAt });
}

function nothingAsked() {
  return { chatId: crypto.randomUUID(), turns: [] };
}
