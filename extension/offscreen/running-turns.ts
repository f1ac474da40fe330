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
  /** Hands over what has come and then what comes. Returns how to stop listening; undefined for a turn that is over. */
  follow(place: TurnPlace, onEvent: OnEvent): (() => void) | undefined;
  stop(place: TurnPlace): void;
  /** Stops all answers of a chat. */
  stopChat(chatId: string): void;
  isRunning(place: TurnPlace): boolean;
}

export interface RunningTurnsParts {
  /** Rejects when the engine cannot answer at all; a failed answer ends with an `error` event. */
  readonly answer: (request: AskRequest, onEvent: OnEvent, signal: AbortSignal) => Promise<void>;
  readonly chats: Pick<ChatStore, "putTurn" | "settleTurn">;
  /** Called whenever a chat has changed. */
  readonly onChange: () => void;
}

interface Running {
  turn: Turn;
  readonly events: TurnEvent[];
  readonly listeners: Set<OnEvent>;
  readonly stop: AbortController;
}

export function createRunningTurns({ answer, chats, onChange }: RunningTurnsParts): RunningTurns {
  const running = new Map<string, Running>();

  async function run(entry: Running, request: AskRequest): Promise<void> {
    const hear = (event: TurnEvent) => {
      if (entry.stop.signal.aborted) return;
      entry.turn = turnAfterEvent(entry.turn, event);
      entry.events.push(event);
      for (const listener of entry.listeners) listener(event);
    };
    // Kept before it is answered, so that not even the end of the browser loses the question.
    const kept = keep(chats.putTurn(entry.turn)).then(onChange);
    try {
      await answer(request, hear, entry.stop.signal);
    } catch (error) {
      hear({ type: "error", error: toPlainError(error) });
    }
    await kept;
    if (running.get(toKey(entry.turn)) !== entry) return;
    const { turn } = entry;
    await keep(chats.settleTurn(isOpen(turn) ? { ...turn, status: "stopped" } : turn));
    if (running.get(toKey(turn)) === entry) running.delete(toKey(turn));
    onChange();
  }

  const going = (place: TurnPlace) => {
    const entry = running.get(toKey(place));
    return entry?.stop.signal.aborted ? undefined : entry;
  };

  return {
    start: (turn, request) => {
      running.get(toKey(turn))?.stop.abort();
      const entry = { turn, events: [], listeners: new Set<OnEvent>(), stop: new AbortController() };
      running.set(toKey(turn), entry);
      void run(entry, request);
    },
    follow: (place, onEvent) => {
      const entry = going(place);
      if (!entry) return undefined;
      for (const event of entry.events) onEvent(event);
      entry.listeners.add(onEvent);
      return () => entry.listeners.delete(onEvent);
    },
    stop: (place) => running.get(toKey(place))?.stop.abort(),
    stopChat: (chatId) => {
      for (const { turn, stop } of running.values()) if (turn.chatId === chatId) stop.abort();
    },
    isRunning: (place) => going(place) !== undefined,
  };
}

/** A full disk must not cost the answer. */
async function keep(writing: Promise<void>): Promise<void> {
  await writing.catch(() => {});
}

function toKey({ chatId, id }: TurnPlace): string {
  return `${chatId} ${id}`;
}
