import type { Chat, ChatWithTurns, Turn } from "../model/chat";

/** The conversations that were had. */
export interface ChatStore {
  /** Pinned ones first, then by last question. With words, only chats that hold every one of them, in any turn or the title. */
  list(words: string): Promise<readonly Chat[]>;
  /** With `newest`, only so many of its last turns: a long chat takes a while to read. */
  get(chatId: string, options?: { readonly newest?: number }): Promise<ChatWithTurns | undefined>;
  /** Adds or replaces a turn; the first one makes the chat. */
  putTurn(turn: Turn): Promise<void>;
  /** As `putTurn`, but leaves a chat that was deleted meanwhile deleted. */
  settleTurn(turn: Turn): Promise<void>;
  /** NotFoundError for a chat that is gone. */
  change(chatId: string, patch: Partial<Pick<Chat, "title" | "pinned">>): Promise<void>;
  delete(chatIds: readonly string[]): Promise<void>;
}
