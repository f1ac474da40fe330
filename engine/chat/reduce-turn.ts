import type { PlainError } from "../errors/to-plain-error";
import type { Answer, AnswerEvent } from "../model/answer";
import type { Turn } from "../model/chat";

/** What may happen to a turn, as it streams. */
export type TurnEvent = AnswerEvent | { readonly type: "error"; readonly error: PlainError };

/** True while an answer is still being made. */
export function isInProgress({ status }: Pick<Turn, "status">): boolean {
  return status === "waiting" || status === "streaming";
}

/** The turn after one more event; what still arrives for one that is over (stopped, failed) belongs to nobody. */
export function reduceTurn(turn: Turn, event: TurnEvent): Turn {
  if (!isInProgress(turn)) return turn;
  switch (event.type) {
    case "understood":
      return { ...turn, understood: { question: event.question, chips: event.chips } };
    case "model":
      return { ...turn, model: event.model };
    case "citation":
      return { ...turn, citations: [...turn.citations, event.citation] };
    case "text":
      return { ...turn, status: "streaming", text: turn.text + event.delta };
    case "live":
      return { ...turn, live: [...turn.live, event.finding] };
    case "done":
      return withAnswer(turn, event.answer);
    case "error":
      return { ...turn, status: "failed", problem: event.error };
  }
}

/** The finished answer counts, whatever was streamed; also that no model wrote it after all. */
function withAnswer({ model: _, ...turn }: Turn, answer: Answer): Turn {
  const { text, citations, found, model, unsupported, conflicts, notes, cached } = answer;
  return {
    ...turn,
    status: "done",
    text,
    citations,
    found,
    ...(model && { model }),
    ...(unsupported && { unsupported }),
    ...(conflicts && { conflicts }),
    ...(notes && { notes }),
    ...(cached && { cached }),
  };
}
