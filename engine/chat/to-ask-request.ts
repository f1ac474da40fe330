import type { AskRequest } from "../contract/ask";
import type { Scope, Turn } from "../model/chat";
import type { Filter } from "../model/filter";
import { selectHistory } from "./select-history";

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
