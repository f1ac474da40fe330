import type { PastExchange } from "../model/answer";
import type { Turn } from "../model/chat";

/** Follow-ups seldom refer further back, and every exchange takes space in the context window of a model. */
const MAX_EXCHANGES = 6;

/** The history of a question: the answered turns before it, oldest first. */
export function selectHistory(turns: readonly Turn[], before: Pick<Turn, "id">): readonly PastExchange[] {
  return turns
    .filter((turn) => turn.id < before.id && turn.status === "done" && turn.found && !turn.find)
    .slice(-MAX_EXCHANGES)
    .map(({ question, understood, text, citations }) => ({
      question: understood?.question ?? question,
      answer: text,
      sourceIds: [...new Set(citations.map(({ sourceId }) => sourceId))],
    }));
}
