import { ForgottenError } from "../errors/forgotten-error";
import { toPlainError } from "../errors/to-plain-error";
import type { Turn } from "../model/chat";
import type { Database } from "./schema";

/**
 * Removes a source's content from the history: answers that cite it keep only their question, and lists of documents,
 * which may contain any, are deleted. Must run inside a write transaction.
 */
export async function deleteAnswersCiting({ chats, turns }: Database, sourceId: string): Promise<void> {
  const all = await turns.toArray();
  const lists = all.filter(({ find }) => find);
  const cites = ({ citations, find }: Turn) =>
    !find && citations.some((citation) => citation.sourceId === sourceId);
  const remainingChats = new Set(all.filter(({ find }) => !find).map(({ chatId }) => chatId));
  await Promise.all([
    turns.bulkDelete(lists.map(({ chatId, id }): [string, number] => [chatId, id])),
    turns.bulkPut(all.filter(cites).map(withoutAnswer)),
    chats.bulkDelete(lists.map(({ chatId }) => chatId).filter((chatId) => !remainingChats.has(chatId))),
  ]);
}

function withoutAnswer({ chatId, id, question, scope, askedAt }: Turn): Turn {
  const error = new ForgottenError("What this answer cited was removed from Atlas, and the answer with it");
  const nothing = { text: "", citations: [], live: [], found: true } as const;
  return {
    ...{ chatId, id, question, scope, askedAt },
    ...nothing,
    status: "failed",
    problem: toPlainError(error),
  };
}
