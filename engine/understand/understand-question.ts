import type { Generator, ModelChoice } from "../llm/generator";
import type { FilterChip, PastExchange } from "../model/answer";
import type { Filter } from "../model/filter";
import type { Clock } from "../ports/clock";
import type { Retriever } from "../retrieve/retriever";
import type { Wait } from "../util/wait";
import { parseFilters } from "./filters/parse-filters";
import { contentWords } from "./follow-up/content-words";
import { isFollowUp } from "./follow-up/is-follow-up";
import { resolveEllipsis } from "./follow-up/resolve-ellipsis";
import { rewriteWithModel } from "./follow-up/rewrite-with-model";
import type { KnownNames } from "./query-understanding";

export interface UnderstoodQuestion {
  /** What is searched for and answered: without filters, with the subject of a follow-up. */
  readonly question: string;
  readonly filter: Filter;
  readonly chips: readonly FilterChip[];
}

export interface UnderstandDeps {
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
  { names, retriever, clock, wait, generator, signal }: UnderstandDeps,
): Promise<UnderstoodQuestion> {
  const hasContentWords = (words: string) => contentWords(words, retriever).length > 0;
  const parsed = names
    ? parseFilters(question, { names, now: clock.now(), removed: removedChips, hasContentWords })
    : { question, filter: {}, chips: [] };
  if (history.length === 0 || !isFollowUp(parsed.question, retriever)) return parsed;
  const rewritten =
    generator && (await rewriteWithModel(parsed.question, { generator, choice, history, wait, signal }));
  const earlier = history.map((past) => past.question);
  return { ...parsed, question: rewritten ?? resolveEllipsis(parsed.question, earlier, retriever) };
}
