import type { AskRequest } from "../contract/ask";
import type { PastExchange } from "../model/answer";
import type { Scope, Turn } from "../model/chat";
import type { Filter } from "../model/filter";

/** Follow-ups seldom refer further back, and every exchange takes space in the context window of a model. */
const MAX_EXCHANGES = 6;

/** The request that asks the engine for the answer of a turn; `turns` are those of its conversation. */
export function toAskRequest(
  turn: Pick<Turn, "id" | "question" | "scope" | "find" | "removedChips">,
  turns: readonly Turn[],
): AskRequest {
  const { question, scope, find, removedChips } = turn;
  const history = selectHistory(turns, turn);
  return {
    question,
    ...toTarget(scope),
    ...(find && { find }),
    ...(removedChips && { removedChips }),
    ...(history.length > 0 && { history }),
  };
}

function toTarget(scope: Scope): Pick<AskRequest, "filter" | "focusId"> {
  if (scope.focus) return { focusId: scope.focus.focusId };
  const filter = toFilter(scope);
  return Object.keys(filter).length > 0 ? { filter } : {};
}

function toFilter({ sources, containers, since }: Scope): Filter {
  return {
    ...(sources && { sourceIds: sources.map(({ id }) => id) }),
    ...(containers && { containers }),
    ...(since && { updatedAfter: since.at }),
  };
}

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
