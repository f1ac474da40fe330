import type { Turn } from "../model/chat";

/** What is asked, and where it stands in its chat. */
export type NewTurn = Pick<
  Turn,
  "chatId" | "id" | "question" | "scope" | "askedAt" | "find" | "removedChips"
>;

/** A question that was just asked; nothing of an earlier answer to it stays. */
export function createTurn({ chatId, id, question, scope, askedAt, find, removedChips }: NewTurn): Turn {
  const emptyAnswer = { status: "waiting", text: "", citations: [], live: [], found: true } as const;
  return {
    ...{ chatId, id, question, scope, askedAt },
    ...(find && { find }),
    ...(removedChips && removedChips.length > 0 && { removedChips }),
    ...emptyAnswer,
  };
}
