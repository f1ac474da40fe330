import type { Chat, ChatWithTurns, Turn } from "../model/chat";

/** The stored conversations. */
export interface ChatStore {
  /**
   * Pinned chats first, then by the time of the last question. With words: only chats that contain each of them in a
   * turn or the title.
   */
  list(words: string): Promise<readonly Chat[]>;
  /** With `newest`: only that many of its last turns, as reading a long chat takes a while. */
  get(chatId: string, options?: { readonly newest?: number }): Promise<ChatWithTurns | undefined>;
  /** Adds or replaces a turn. The first turn creates the chat. */
  putTurn(turn: Turn): Promise<void>;
  /** As `putTurn`, but does nothing when the chat was deleted meanwhile. */
  settleTurn(turn: Turn): Promise<void>;
  /** Rejects with NotFoundError when the chat was deleted. */
  change(chatId: string, patch: Partial<Pick<Chat, "title" | "pinned">>): Promise<void>;
  delete(chatIds: readonly string[]): Promise<void>;
}
