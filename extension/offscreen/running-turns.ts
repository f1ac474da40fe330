import { isOpen, type TurnEvent, turnAfterEvent } from "../../engine/chat/turn-after-event";
import { toPlainError } from "../../engine/errors/to-plain-error";
import type { Turn } from "../../engine/model/chat";
import type { ChatStore } from "../../engine/ports/chat-store";
import type { AskRequest, TurnPlace } from "../messaging/protocol";

type OnEvent = (event: TurnEvent) => void;

/** The answers being made. They go on when the page that asked closes, and end in their chats. */
export interface RunningTurns {
  /** Starts answering; the same turn's earlier answer is given up. */
  start(turn: Turn, request: AskRequest): void;
  /**
   * Hands over what has come and then what comes, and says when the turn is over and kept, however it ended. Returns
   * how to stop listening; undefined for a turn that is over.
   */
  follow(place: TurnPlace, onEvent: OnEvent, onOver?: () => void): (() => void) | undefined;
  stop(place: TurnPlace): void;
  /** Stops all answers of a chat. */
  stopChat(chatId: string): void;
  isRunning(place: TurnPlace): boolean;
  /** The turn of an answer that was stopped and is not kept yet. */
  stopped(place: TurnPlace): Turn | undefined;
}

export interface RunningTurnsParts {
  /** Rejects when the engine cannot answer at all; a failed answer ends with an `error` event. */
  readonly answer: (request: AskRequest, onEvent: OnEvent, signal: AbortSignal) => Promise<void>;
  readonly chats: Pick<ChatStore, "putTurn" | "settleTurn">;
  /** Called whenever a chat has changed, with its id. */
  readonly onChange: (chatId: string) => void;
}

interface Listener {
  readonly hear: OnEvent;
  readonly over: () => void;
}

interface Running {
  turn: Turn;
  readonly events: TurnEvent[];
  readonly listeners: Set<Listener>;
  readonly stop: AbortController;
}

export function createRunningTurns({ answer, chats, onChange }: RunningTurnsParts): RunningTurns {
  const running = new Map<string, Running>();

  async function run(entry: Running, request: AskRequest): Promise<void> {
    const hear = (event: TurnEvent) => {
      if (entry.stop.signal.aborted) return;
      entry.turn = turnAfterEvent(entry.turn, event);
      entry.events.push(event);
      for (const { hear } of entry.listeners) hear(event);
    };
    // Kept before it is answered, so that not even the end of the browser loses the question.
    const kept = keep(chats.putTurn(entry.turn)).then(() => onChange(entry.turn.chatId));
    try {
      await answer(request, hear, entry.stop.signal);
    } catch (error) {
      hear({ type: "error", error: toPlainError(error) });
    }
    await kept;
    const { turn, listeners } = entry;
    if (running.get(toKey(turn)) === entry) {
      await keep(chats.settleTurn(ended(turn)));
      if (running.get(toKey(turn)) === entry) running.delete(toKey(turn));
      onChange(turn.chatId);
    }
    for (const { over } of listeners) over();
  }

  const going = (place: TurnPlace) => {
    const entry = running.get(toKey(place));
    return entry?.stop.signal.aborted ? undefined : entry;
  };

  return {
    start: (turn, request) => {
      running.get(toKey(turn))?.stop.abort();
      const entry = { turn, events: [], listeners: new Set<Listener>(), stop: new AbortController() };
      running.set(toKey(turn), entry);
      void run(entry, request);
    },
    follow: (place, hear, over = () => {}) => {
      const entry = going(place);
      if (!entry) return undefined;
      for (const event of entry.events) hear(event);
      const listener = { hear, over };
      entry.listeners.add(listener);
      return () => entry.listeners.delete(listener);
    },
    stop: (place) => running.get(toKey(place))?.stop.abort(),
    stopChat: (chatId) => {
      for (const { turn, stop } of running.values()) if (turn.chatId === chatId) stop.abort();
    },
    isRunning: (place) => going(place) !== undefined,
    stopped: (place) => {
      const entry = running.get(toKey(place));
      return entry?.stop.signal.aborted ? ended(entry.turn) : undefined;
    },
  };
}

function ended(turn: Turn): Turn {
  return isOpen(turn) ? { ...turn, status: "stopped" } : turn;
}

/** A full disk must not cost the answer. */
async function keep(writing: Promise<void>): Promise<void> {
  await writing.catch(() => {});
}

function toKey({ chatId, id }: TurnPlace): string {
  return `${chatId} ${id}`;
}
