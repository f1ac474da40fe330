import type { AnswerEvent, PastExchange } from "../model/answer";
import type { Filter } from "../model/filter";

export interface AnswerOptions {
  readonly filter?: Filter;
  readonly signal?: AbortSignal;
  /** What was asked and answered before, oldest first; for a language model. */
  readonly history?: readonly PastExchange[];
  /** Language model the person chose for this question. */
  readonly modelId?: string;
  /** True when the person agreed to send this one question to a cloud. */
  readonly cloudAllowed?: boolean;
  /** True to make the answer anew, whatever was answered before. */
  readonly fresh?: boolean;
}

/** Answers from the person's sources. Ends with `done`, also when nothing was found; stops early on abort. */
export interface Answerer {
  answer(question: string, options?: AnswerOptions): AsyncIterable<AnswerEvent>;
}
