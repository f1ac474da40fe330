import type { AnswerEvent, PastExchange } from "../model/answer";
import type { Filter } from "../model/filter";

export interface AnswerOptions {
  readonly filter?: Filter;
  readonly signal?: AbortSignal;
  /** Earlier exchanges of the conversation, oldest first, for a language model. */
  readonly history?: readonly PastExchange[];
  /** The language model that the person chose for this question. */
  readonly modelId?: string;
  /** True when the person allowed sending this one question to a cloud. */
  readonly cloudAllowed?: boolean;
  /** True to ignore cached answers. */
  readonly fresh?: boolean;
}

/** Answers from the person's sources. Ends with `done`, also when nothing was found; stops early on abort. */
export interface Answerer {
  answer(question: string, options?: AnswerOptions): AsyncIterable<AnswerEvent>;
}
