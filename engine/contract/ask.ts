import type { PastExchange } from "../model/answer";
import type { Turn } from "../model/chat";
import type { Filter } from "../model/filter";

/** A question as it goes from a page to the engine. */
export interface AskRequest {
  readonly question: string;
  readonly filter?: Filter;
  /** Asks only the page of this focus; the filter then plays no part. */
  readonly focusId?: string;
  /** What was asked and answered before in the same conversation, oldest first. */
  readonly history?: readonly PastExchange[];
  /** Ids of filters that the question's words would set and the person does not want. */
  readonly removedChips?: readonly string[];
  /** Language model the person chose for this question. */
  readonly modelId?: string;
  /** True when the person agreed to send this one question to a cloud. */
  readonly cloudAllowed?: boolean;
  /** True to make the answer anew, whatever was answered before. */
  readonly fresh?: boolean;
  /** True to list documents instead of answering. */
  readonly find?: boolean;
}

/** Names a turn in its chat, and while its answer is made. */
export type TurnRef = Pick<Turn, "chatId" | "id">;

/** A document offered while a query is typed. */
export interface Suggestion {
  readonly title: string;
  readonly url: string;
  readonly sourceLabel: string;
  /** A short stretch of the matching passage, on one line. */
  readonly snippet: string;
}
