import type { Turn } from "../model/chat";

/** What is asked, and where it stands in its chat. */
export type AskedTurn = Pick<
  Turn,
  "chatId" | "id" | "question" | "scope" | "askedAt" | "find" | "removedChips"
>;

/** A question that was just asked; nothing of an earlier answer to it stays. */
export function newTurn({ chatId, id, question, scope, askedAt, find, removedChips }: AskedTurn): Turn {
  const nothingYet = { status: "waiting", text: "", citations: [], live: [], found: true } as const;
  return {
    ...{ chatId, id, question, scope, askedAt },
    ...(find && { find }),
    ...(removedChips && removedChips.length > 0 && { removedChips }),
    ...nothingYet,
  };
}
