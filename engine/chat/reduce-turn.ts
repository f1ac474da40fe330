import type { PlainError } from "../errors/to-plain-error";
import type { Answer, AnswerEvent } from "../model/answer";
import type { Turn } from "../model/chat";

/** An event of the answer of a turn. */
export type TurnEvent = AnswerEvent | { readonly type: "error"; readonly error: PlainError };

/** True while the answer is in progress. */
export function isInProgress({ status }: Pick<Turn, "status">): boolean {
  return status === "waiting" || status === "streaming";
}

/** The turn after one more event. Events of a finished, stopped or failed turn change nothing. */
export function reduceTurn(turn: Turn, event: TurnEvent): Turn {
  if (!isInProgress(turn)) return turn;
  switch (event.type) {
    case "understood":
      return { ...turn, understood: { question: event.question, chips: event.chips } };
    case "model":
      return { ...withoutDraft(turn), model: event.model };
    case "reasoning":
      return { ...turn, reasoning: (turn.reasoning ?? "") + event.delta };
    case "retract":
      return { ...withoutDraft(turn), reasoning: (turn.reasoning ?? "") + turn.text };
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

/** The turn without what a model has written so far. */
function withoutDraft({ reasoning: _, ...turn }: Turn): Turn {
  return { ...turn, status: "waiting", text: "", citations: [] };
}

/** The final answer replaces the streamed text, and its model replaces the announced one. */
function withAnswer({ model: _, ...turn }: Turn, answer: Answer): Turn {
  const { text, citations, found, closest, model, unsupported, conflicts, notes, cached } = answer;
  return {
    ...turn,
    status: "done",
    text,
    citations,
    found,
    ...(closest && { closest }),
    ...(model && { model }),
    ...(unsupported && { unsupported }),
    ...(conflicts && { conflicts }),
    ...(notes && { notes }),
    ...(cached && { cached }),
  };
}
