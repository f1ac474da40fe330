import type { Turn } from "../model/chat";

/** A question that was just asked. */
export function newTurn(asked: Pick<Turn, "chatId" | "id" | "question" | "scope" | "askedAt">): Turn {
  const { chatId, id, question, scope, askedAt } = asked;
  const nothingYet = { status: "waiting", text: "", citations: [], live: [], found: true } as const;
  return { chatId, id, question, scope, askedAt, ...nothingYet };
}
