import { isOpen, type TurnEvent, turnAfterEvent } from "../../../engine/chat/turn-after-event";
import type { Turn } from "../../../engine/model/chat";
import type { TurnPlace } from "../../messaging/protocol";

/** The chat the panel shows. */
export interface Conversation {
  readonly chatId: string;
  /** Oldest first. */
  readonly turns: readonly Turn[];
}

export type ConversationAction =
  | { readonly type: "open"; readonly conversation: Conversation }
  /** A new question, or one asked again, which takes its old place. */
  | { readonly type: "ask"; readonly turn: Turn }
  | { readonly type: "event"; readonly place: TurnPlace; readonly event: TurnEvent }
  /** Nothing more comes: the person stopped it, or the chat was deleted elsewhere. */
  | { readonly type: "stop"; readonly chatId: string }
  /** The chat as it is kept, where other windows may have asked. */
  | { readonly type: "catch-up"; readonly conversation: Conversation };

/** The conversation after one more action. What belongs to a chat that is no longer shown changes nothing. */
export function conversation(state: Conversation, action: ConversationAction): Conversation {
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
      if (action.place.chatId !== chatId) return state;
      return { chatId, turns: replace(turns, action.place.id, (turn) => turnAfterEvent(turn, action.event)) };
    }
    case "catch-up":
      return action.conversation.chatId === chatId ? catchUp(state, action.conversation) : state;
    case "stop":
      if (action.chatId !== chatId) return state;
      return { chatId, turns: turns.map((turn) => (isOpen(turn) ? { ...turn, status: "stopped" } : turn)) };
  }
}

function catchUp({ chatId, turns }: Conversation, kept: Conversation): Conversation {
  const known = new Map(turns.map((turn) => [turn.id, turn]));
  const merged = new Map(known);
  for (const turn of kept.turns) merged.set(turn.id, better(known.get(turn.id), turn));
  return { chatId, turns: [...merged.values()].sort((a, b) => a.id - b.id) };
}

/** The later attempt at an answer; of one attempt the one that is over, and what is shown where they say the same. */
function better(shown: Turn | undefined, kept: Turn): Turn {
  if (!shown || shown.askedAt < kept.askedAt) return kept;
  if (shown.askedAt > kept.askedAt || isOpen(kept)) return shown;
  return shown.status === kept.status && shown.text === kept.text ? shown : kept;
}

function replace(turns: readonly Turn[], id: number, change: (turn: Turn) => Turn): readonly Turn[] {
  return turns.map((turn) => (turn.id === id ? change(turn) : turn));
}
