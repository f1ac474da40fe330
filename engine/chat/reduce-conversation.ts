import type { TurnRef } from "../contract/ask";
import type { Turn } from "../model/chat";
import { isInProgress, reduceTurn, type TurnEvent } from "./reduce-turn";

/** A chat as it is shown. */
export interface ConversationState {
  readonly chatId: string;
  /** Oldest first. */
  readonly turns: readonly Turn[];
}

export type ConversationAction =
  | { readonly type: "open"; readonly conversation: ConversationState }
  /** Adds a new turn, or replaces the turn of a question that is asked again. */
  | { readonly type: "ask"; readonly turn: Turn }
  | { readonly type: "event"; readonly turnRef: TurnRef; readonly event: TurnEvent }
  /** Ends the turns in progress: the person stopped them, or the chat was deleted in another window. */
  | { readonly type: "stop"; readonly chatId: string }
  /** Merges the stored chat, which other windows may have changed. */
  | { readonly type: "merge-stored"; readonly conversation: ConversationState };

/** The conversation after one more action. Actions of another chat change nothing. */
export function reduceConversation(state: ConversationState, action: ConversationAction): ConversationState {
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
      const { turnRef, event } = action;
      if (turnRef.chatId !== chatId) return state;
      return withTurns(
        state,
        replace(turns, turnRef.id, (turn) => reduceTurn(turn, event)),
      );
    }
    case "merge-stored":
      return action.conversation.chatId === chatId ? mergeStored(state, action.conversation) : state;
    case "stop":
      return action.chatId === chatId ? withTurns(state, turns.map(toStopped)) : state;
  }
}

/** The same state where no turn changed, so that nothing is drawn again. */
function withTurns(state: ConversationState, turns: readonly Turn[]): ConversationState {
  const isSame =
    turns.length === state.turns.length && turns.every((turn, index) => turn === state.turns[index]);
  return isSame ? state : { chatId: state.chatId, turns };
}

function toStopped(turn: Turn): Turn {
  return isInProgress(turn) ? { ...turn, status: "stopped" } : turn;
}

function mergeStored(state: ConversationState, stored: ConversationState): ConversationState {
  const known = new Map(state.turns.map((turn) => [turn.id, turn]));
  const merged = new Map(known);
  for (const turn of stored.turns) merged.set(turn.id, pickNewer(known.get(turn.id), turn));
  return withTurns(
    state,
    [...merged.values()].sort((a, b) => a.id - b.id),
  );
}

/** The later attempt at an answer; of the same attempt the final one, and the shown one where both are equal. */
function pickNewer(shown: Turn | undefined, stored: Turn): Turn {
  if (!shown || shown.askedAt < stored.askedAt) return stored;
  if (shown.askedAt > stored.askedAt || isInProgress(stored)) return shown;
  if (stored.problem?.code === "engine-gone" && shown.text.length > stored.text.length) {
    // The engine ended before it had stored what is shown.
    return isInProgress(shown) ? { ...shown, status: "failed", problem: stored.problem } : shown;
  }
  return shown.status === stored.status && shown.text === stored.text ? shown : stored;
}

function replace(turns: readonly Turn[], id: number, change: (turn: Turn) => Turn): readonly Turn[] {
  return turns.map((turn) => (turn.id === id ? change(turn) : turn));
}
