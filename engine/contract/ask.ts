import type { PastExchange } from "../model/answer";
import type { Turn } from "../model/chat";
import type { Filter } from "../model/filter";

/** A question as a page sends it to the engine. */
export interface AskRequest {
  readonly question: string;
  readonly filter?: Filter;
  /** Search only in this focus; the filter is ignored then. */
  readonly focusId?: string;
  /** Earlier questions of the same conversation with their answers, oldest first. */
  readonly history?: readonly PastExchange[];
  /** Ids of filters in the question's words that the person removed. */
  readonly removedChips?: readonly string[];
  /** Id of the language model the person chose for this question. */
  readonly modelId?: string;
  /** True when the person agreed to send this one question to a cloud. */
  readonly cloudAllowed?: boolean;
  /** True to make a new answer instead of returning a cached one. */
  readonly fresh?: boolean;
  /** True to list documents instead of answering. */
  readonly find?: boolean;
}

/** Identifies a turn in its chat, and its answer while that is made. */
export type TurnRef = Pick<Turn, "chatId" | "id">;

/** A document suggested while a query is typed. */
export interface Suggestion {
  readonly title: string;
  readonly url: string;
  readonly sourceLabel: string;
  /** A short part of the matching passage, on one line. */
  readonly snippet: string;
}
