import type { Turn } from "../model/chat";

/** A question and its place in the chat. */
export type NewTurn = Pick<
  Turn,
  "chatId" | "id" | "question" | "scope" | "askedAt" | "find" | "removedChips"
>;

/** A waiting turn, without anything of an earlier answer. */
export function createTurn({ chatId, id, question, scope, askedAt, find, removedChips }: NewTurn): Turn {
  const emptyAnswer = { status: "waiting", text: "", citations: [], live: [], found: true } as const;
  return {
    ...{ chatId, id, question, scope, askedAt },
    ...(find && { find }),
    ...(removedChips && removedChips.length > 0 && { removedChips }),
    ...emptyAnswer,
  };
}
