import type { AskRequest, TurnRef } from "../contract/ask";
import { toPlainError } from "../errors/to-plain-error";
import type { Turn } from "../model/chat";
import type { ChatStore } from "../ports/chat-store";
import { isInProgress, reduceTurn, type TurnEvent } from "./reduce-turn";

type OnEvent = (event: TurnEvent) => void;

/** The answers in progress. They continue when the page that asked is closed, and are stored in their chats. */
export interface RunningTurns {
  /** Starts an answer; aborts an earlier answer of the same turn. */
  start(turn: Turn, request: AskRequest): void;
  /**
   * Calls `onEvent` with all events from the first one, and `onEnd` once the turn has ended and is stored. Returns how
   * to stop listening; undefined for a turn that is not in progress.
   */
  follow(turnRef: TurnRef, onEvent: OnEvent, onEnd?: () => void): (() => void) | undefined;
  stop(turnRef: TurnRef): void;
  /** Stops all answers of a chat. */
  stopChat(chatId: string): void;
  isRunning(turnRef: TurnRef): boolean;
  /** The final turn of an answer that was stopped and is not stored yet. */
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

/** An unfinished answer is stored whenever it has grown by so many characters: a few times a minute. */
const STORE_AFTER_CHARACTERS = 500;

export function createRunningTurns({ answer, chats, onChange }: RunningTurnsDeps): RunningTurns {
  const running = new Map<string, RunningTurn>();

  async function run(entry: RunningTurn, request: AskRequest): Promise<void> {
    // Stored before it is answered, so that the question survives the end of the browser.
    let stored = ignoreFailure(chats.putTurn(entry.turn)).then(() => onChange(entry.turn.chatId));
    let storedLength = 0;
    const onEvent = (event: TurnEvent) => {
      if (entry.stop.signal.aborted) return;
      entry.turn = reduceTurn(entry.turn, event);
      entry.events.push(event);
      for (const { onEvent } of entry.listeners) onEvent(event);
      const { turn } = entry;
      storedLength = Math.min(storedLength, turn.text.length);
      if (!isInProgress(turn) || turn.text.length - storedLength < STORE_AFTER_CHARACTERS) return;
      storedLength = turn.text.length;
      stored = stored.then(() =>
        running.get(toKey(turn)) === entry ? ignoreFailure(chats.settleTurn(turn)) : undefined,
      );
    };
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

/** A full disk must not end the answer. */
async function ignoreFailure(writing: Promise<void>): Promise<void> {
  await writing.catch(() => {});
}

function toKey({ chatId, id }: TurnRef): string {
  return `${chatId} ${id}`;
}
