import { isInProgress, reduceTurn, type TurnEvent } from "../../../engine/chat/reduce-turn";
import { toPlainError } from "../../../engine/errors/to-plain-error";
import type { Turn } from "../../../engine/model/chat";
import type { ChatStore } from "../../../engine/ports/chat-store";
import type { AskRequest, TurnRef } from "../../messaging/protocol";

type OnEvent = (event: TurnEvent) => void;

/** The answers being made. They go on when the page that asked closes, and end in their chats. */
export interface RunningTurns {
  /** Starts answering; the same turn's earlier answer is given up. */
  start(turn: Turn, request: AskRequest): void;
  /**
   * Hands over what has come and then what comes, and says when the turn is over and kept, however it ended. Returns
   * how to stop listening; undefined for a turn that is over.
   */
  follow(turnRef: TurnRef, onEvent: OnEvent, onEnd?: () => void): (() => void) | undefined;
  stop(turnRef: TurnRef): void;
  /** Stops all answers of a chat. */
  stopChat(chatId: string): void;
  isRunning(turnRef: TurnRef): boolean;
  /** The turn of an answer that was stopped and is not kept yet. */
  stoppedTurn(turnRef: TurnRef): Turn | undefined;
}

export interface RunningTurnsDeps {
  /** Rejects when the engine cannot answer at all; a failed answer ends with an `error` event. */
  readonly answer: (request: AskRequest, onEvent: OnEvent, signal: AbortSignal) => Promise<void>;
  readonly chats: Pick<ChatStore, "putTurn" | "settleTurn">;
  /** Called whenever a chat has changed, with its id. */
  readonly onChange: (chatId: string) => void;
}

interface Listener {
  readonly onEvent: OnEvent;
  readonly onEnd: () => void;
}

interface RunningTurn {
  turn: Turn;
  readonly events: TurnEvent[];
  readonly listeners: Set<Listener>;
  readonly stop: AbortController;
}

export function createRunningTurns({ answer, chats, onChange }: RunningTurnsDeps): RunningTurns {
  const running = new Map<string, RunningTurn>();

  async function run(entry: RunningTurn, request: AskRequest): Promise<void> {
    const onEvent = (event: TurnEvent) => {
      if (entry.stop.signal.aborted) return;
      entry.turn = reduceTurn(entry.turn, event);
      entry.events.push(event);
      for (const { onEvent } of entry.listeners) onEvent(event);
    };
    // Kept before it is answered, so that not even the end of the browser loses the question.
    const stored = ignoreFailure(chats.putTurn(entry.turn)).then(() => onChange(entry.turn.chatId));
    try {
      await answer(request, onEvent, entry.stop.signal);
    } catch (error) {
      onEvent({ type: "error", error: toPlainError(error) });
    }
    await stored;
    const { turn, listeners } = entry;
    if (running.get(toKey(turn)) === entry) {
      await ignoreFailure(chats.settleTurn(withFinalStatus(turn)));
      if (running.get(toKey(turn)) === entry) running.delete(toKey(turn));
      onChange(turn.chatId);
    }
    for (const { onEnd } of listeners) onEnd();
  }

  const findActive = (turnRef: TurnRef) => {
    const entry = running.get(toKey(turnRef));
    return entry?.stop.signal.aborted ? undefined : entry;
  };

  return {
    start: (turn, request) => {
      running.get(toKey(turn))?.stop.abort();
      const entry = { turn, events: [], listeners: new Set<Listener>(), stop: new AbortController() };
      running.set(toKey(turn), entry);
      void run(entry, request);
    },
    follow: (turnRef, onEvent, onEnd = () => {}) => {
      const entry = findActive(turnRef);
      if (!entry) return undefined;
      for (const event of entry.events) onEvent(event);
      const listener = { onEvent, onEnd };
      entry.listeners.add(listener);
      return () => entry.listeners.delete(listener);
    },
    stop: (turnRef) => running.get(toKey(turnRef))?.stop.abort(),
    stopChat: (chatId) => {
      for (const { turn, stop } of running.values()) if (turn.chatId === chatId) stop.abort();
    },
    isRunning: (turnRef) => findActive(turnRef) !== undefined,
    stoppedTurn: (turnRef) => {
      const entry = running.get(toKey(turnRef));
      return entry?.stop.signal.aborted ? withFinalStatus(entry.turn) : undefined;
    },
  };
}

function withFinalStatus(turn: Turn): Turn {
  return isInProgress(turn) ? { ...turn, status: "stopped" } : turn;
}

/** A full disk must not cost the answer. */
async function ignoreFailure(writing: Promise<void>): Promise<void> {
  await writing.catch(() => {});
}

function toKey({ chatId, id }: TurnRef): string {
  return `${chatId} ${id}`;
}
