import type { AnswerEvent } from "../model/answer";
import type { Filter } from "../model/filter";

export interface AnswerOptions {
  readonly filter?: Filter;
  readonly signal?: AbortSignal;
}

/** Answers from the person's sources. Ends with `done`, also when nothing was found; stops early on abort. */
export interface Answerer {
  answer(question: string, options?: AnswerOptions): AsyncIterable<AnswerEvent>;
}
