import type { Generator, ModelChoice } from "../../llm/generator";
import type { FilterChip, PastExchange } from "../../model/answer";
import type { Filter } from "../../model/filter";
import type { Clock } from "../../ports/clock";
import type { Retriever } from "../../retrieve/retriever";
import type { Wait } from "../../util/wait";
import { carrySubject } from "./carry-subject";
import type { KnownNames } from "./known-names";
import { leansBack } from "./leans-back";
import { readFilters } from "./read-filters";
import { rewriteWithModel } from "./rewrite-with-model";
import { tellingWords } from "./telling-words";

export interface UnderstoodQuestion {
  /** What is searched for and answered: without filters, with the subject of a follow-up. */
  readonly question: string;
  readonly filter: Filter;
  readonly chips: readonly FilterChip[];
}

export interface UnderstandParts {
  /** Absent where there is nothing to filter: a single page is asked. */
  readonly names?: KnownNames | undefined;
  readonly retriever: Pick<Retriever, "terms">;
  readonly clock: Clock;
  readonly wait: Wait;
  /** Rewrites follow-ups where there is one; their words are carried over otherwise. */
  readonly generator?: Generator | undefined;
  readonly signal: AbortSignal;
}

export interface UnderstandRequest {
  readonly question: string;
  /** Oldest first. */
  readonly history: readonly PastExchange[];
  readonly removedChips: readonly string[];
  /** Which models may see the conversation. */
  readonly choice: ModelChoice;
}

/** Reads the filters of a question, and makes a follow-up a question of its own. */
export async function understandQuestion(
  { question, history, removedChips, choice }: UnderstandRequest,
  { names, retriever, clock, wait, generator, signal }: UnderstandParts,
): Promise<UnderstoodQuestion> {
  const isTelling = (words: string) => tellingWords(words, retriever).length > 0;
  const read = names
    ? readFilters(question, { names, now: clock.now(), removed: removedChips, isTelling })
    : { question, filter: {}, chips: [] };
  if (history.length === 0 || !leansBack(read.question, retriever)) return read;
  const rewritten =
    generator && (await rewriteWithModel(read.question, { generator, choice, history, wait, signal }));
  const earlier = history.map((past) => past.question);
  return { ...read, question: rewritten ?? carrySubject(read.question, earlier, retriever) };
}
