import { isInProgress, reduceTurn, type TurnEvent } from "../../../../engine/chat/reduce-turn";
import type { Turn } from "../../../../engine/model/chat";
import type { TurnRef } from "../../../messaging/protocol";

/** The chat the panel shows. */
export interface ConversationState {
  readonly chatId: string;
  /** Oldest first. */
  readonly turns: readonly Turn[];
}

export type ConversationAction =
  | { readonly type: "open"; readonly conversation: ConversationState }
  /** A new question, or one asked again, which takes its old place. */
  | { readonly type: "ask"; readonly turn: Turn }
  | { readonly type: "event"; readonly turnRef: TurnRef; readonly event: TurnEvent }
  /** Nothing more comes: the person stopped it, or the chat was deleted elsewhere. */
  | { readonly type: "stop"; readonly chatId: string }
  /** The chat as it is kept, where other windows may have asked. */
  | { readonly type: "catch-up"; readonly conversation: ConversationState };

/** The conversation after one more action. What belongs to a chat that is no longer shown changes nothing. */
export function conversationReducer(state: ConversationState, action: ConversationAction): ConversationState {
  const { chatId, turns } = state;
  switch (action.type) {
    case "open":
      return action.conversation;
    case "ask": {
      const { turn } = action;
      const isNew = turns.every(({ id }) => id !== turn.id);
      return { chatId, turns: isNew ? [...turns, turn] : replace(turns, turn.id, () => turn) };
    }
    case "event": {
      if (action.turnRef.chatId !== chatId) return state;
      return { chatId, turns: replace(turns, action.turnRef.id, (turn) => reduceTurn(turn, action.event)) };
    }
    case "catch-up":
      return action.conversation.chatId === chatId ? mergeStored(state, action.conversation) : state;
    case "stop":
      if (action.chatId !== chatId) return state;
      return {
        chatId,
        turns: turns.map((turn) => (isInProgress(turn) ? { ...turn, status: "stopped" } : turn)),
      };
  }
}

function mergeStored({ chatId, turns }: ConversationState, stored: ConversationState): ConversationState {
  const known = new Map(turns.map((turn) => [turn.id, turn]));
  const merged = new Map(known);
  for (const turn of stored.turns) merged.set(turn.id, pickNewer(known.get(turn.id), turn));
  return { chatId, turns: [...merged.values()].sort((a, b) => a.id - b.id) };
}

/** The later attempt at an answer; of one attempt the one that is over, and what is shown where they say the same. */
function pickNewer(shown: Turn | undefined, stored: Turn): Turn {
  if (!shown || shown.askedAt < stored.askedAt) return stored;
  if (shown.askedAt > stored.askedAt || isInProgress(stored)) return shown;
  return shown.status === stored.status && shown.text === stored.text ? shown : stored;
}

function replace(turns: readonly Turn[], id: number, change: (turn: Turn) => Turn): readonly Turn[] {
  return turns.map((turn) => (turn.id === id ? change(turn) : turn));
}
