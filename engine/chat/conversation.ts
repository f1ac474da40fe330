import type { AskRequest, TurnRef } from "../contract/ask";
import type { ChatWithTurns, Turn } from "../model/chat";
import type { Clock } from "../ports/clock";
import type { ConversationState } from "./reduce-conversation";
import type { TurnEvent } from "./reduce-turn";

/** A question without its place in the chat. */
export type TurnInput = Pick<Turn, "question" | "scope" | "find" | "removedChips">;

/** Options of one attempt to answer; they are not stored with the turn. */
export type AttemptOptions = Pick<AskRequest, "modelId" | "cloudAllowed" | "fresh">;

/** The chat that a page shows: a store without a framework, made for `useSyncExternalStore`. */
export interface Conversation {
  subscribe(listener: () => void): () => void;
  getSnapshot(): ConversationState;
  /**
   * Starts to merge the changes of other windows. The returned function ends that and leaves the running answer,
   * which is finished and stored by the engine.
   */
  connect(): () => void;
  /** Opens the chat that was open last, unless another one is asked for meanwhile. */
  restore(): Promise<void>;
  /** Opens a stored chat. Rejects when it cannot be loaded; a chat that was deleted leaves the shown one. */
  open(chatId: string): Promise<void>;
  /** Starts an empty chat. A running answer is finished in its own chat. */
  startChat(): void;
  /** Asks a new question; stops the answer in progress. */
  ask(input: TurnInput): void;
  /** Asks a question again in its place, with the changes of `input`. */
  retry(turn: Turn, input?: Partial<TurnInput>, options?: AttemptOptions): void;
  /** Stops the answer in progress. */
  stop(): void;
}

/** An answer that the engine makes, with or without a listener. */
export interface AnswerStream {
  /** Ends the answer. */
  stop(): void;
  /** Ends the listening; the answer is finished all the same. */
  unsubscribe(): void;
  /** False once the answer has ended or was unsubscribed from. */
  isActive(): boolean;
}

export interface AnswerListener {
  onEvent(event: TurnEvent): void;
  /** The answer ended without a last event for this listener; the store has its outcome. */
  onEnd(): void;
}

export interface ConversationDeps {
  ask(turn: Turn, request: AskRequest, listener: AnswerListener): AnswerStream;
  /** Listens to an answer that was asked for earlier: all its events from the first one, or `onEnd`. */
  follow(turnRef: TurnRef, listener: AnswerListener): AnswerStream;
  /** A stored chat; null when there is none. With `newest`, only its last turns. */
  loadChat(chatId: string, options: { readonly newest?: number }): Promise<ChatWithTurns | null>;
  /** Calls the listener with the id of every chat that changes, in any window. Returns how to stop. */
  onChatChange(listener: (chatId: string) => void): () => void;
  /** The chat that was open last. */
  readOpenChat(): Promise<string | undefined>;
  saveOpenChat(chatId: string): Promise<void>;
  createChatId(): string;
  readonly clock: Clock;
}
