import type { AskRequest } from "../contract/ask";
import type { Language } from "../language/language";
import type { Generator, ModelChoice } from "../llm/generator";
import type { FilterChip, PastExchange } from "../model/answer";
import type { Filter } from "../model/filter";
import type { Intent } from "../model/intent";
import type { Clock } from "../ports/clock";
import type { Retriever } from "../retrieve/retriever";
import type { Wait } from "../util/wait";

/** The names a question may use for what is to be searched. */
export interface KnownNames {
  readonly sources: readonly { readonly id: string; readonly label: string }[];
  /** As documents carry them. */
  readonly authors: readonly string[];
  /** Names of folders, channels, repositories: the parts of documents' container paths. */
  readonly containers: readonly string[];
}

export interface UnderstandRequest extends Required<Pick<AskRequest, "question" | "removedChips">> {
  /** Oldest first. */
  readonly history: readonly PastExchange[];
  /** Which models may see the conversation. */
  readonly choice: ModelChoice;
}

export interface UnderstandDeps {
  /** Absent where there is nothing to filter: a single page is asked. */
  readonly names?: KnownNames | undefined;
  readonly language: Language;
  readonly retriever: Pick<Retriever, "terms">;
  readonly clock: Clock;
  readonly wait: Wait;
  /** Rewrites follow-ups; without one, words of the earlier questions are added to them. */
  readonly generator?: Generator | undefined;
  readonly signal: AbortSignal;
}

/** A question that names a time, with its words for the time, and without a filter of that time. */
export interface AnyTimeQuestion {
  readonly question: string;
  readonly filter: Filter;
  /** The time as its filter is shown. */
  readonly timeLabel: string;
}

export interface UnderstoodQuestion {
  /** What is searched for and answered: without the words of filters, with the subject of a follow-up. */
  readonly question: string;
  readonly filter: Filter;
  readonly chips: readonly FilterChip[];
  readonly intent: Intent;
  /** The question without the filter on times that its words imply; absent where they imply none. */
  readonly anyTime?: AnyTimeQuestion;
}
