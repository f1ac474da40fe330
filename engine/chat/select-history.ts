import type { PastExchange } from "../model/answer";
import type { Turn } from "../model/chat";

/** A follow-up seldom refers further back, and every exchange takes room in a model's window. */
const MAX_EXCHANGES = 6;

/** What a question may refer to: the answered questions before it, oldest first. */
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
