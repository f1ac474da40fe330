import type { AskRequest } from "../contract/ask";
import type { AnswerEvent } from "../model/answer";
import type { Intent } from "../model/intent";

/** The part of a request that decides how it is answered. */
export interface AnswerOptions extends Omit<AskRequest, "question" | "focusId" | "removedChips" | "find"> {
  readonly signal?: AbortSignal;
  /** What the question asks for; a question like any where absent. */
  readonly intent?: Intent;
}

/** Answers from the person's sources. Ends with `done`, also when nothing was found; stops early on abort. */
export interface Answerer {
  answer(question: string, options?: AnswerOptions): AsyncIterable<AnswerEvent>;
}
