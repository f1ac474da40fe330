import { parseFilters } from "./filters/parse-filters";
import { contentWords } from "./follow-up/content-words";
import { isFollowUp } from "./follow-up/is-follow-up";
import { resolveEllipsis } from "./follow-up/resolve-ellipsis";
import { rewriteWithModel } from "./follow-up/rewrite-with-model";
import type { UnderstandDeps, UnderstandRequest, UnderstoodQuestion } from "./query-understanding";

/** Takes the filters out of a question, and turns a follow-up into a stand-alone question. */
export async function understandQuestion(
  { question, history, removedChips, choice }: UnderstandRequest,
  { names, language, retriever, clock, wait, generator, signal }: UnderstandDeps,
): Promise<UnderstoodQuestion> {
  const hasContentWords = (words: string) => contentWords(words, retriever).length > 0;
  const parsed = names
    ? parseFilters(question, { names, language, now: clock.now(), removed: removedChips, hasContentWords })
    : { question, filter: {}, chips: [] };
  if (history.length === 0 || !isFollowUp(parsed.question, { language, retriever })) return parsed;
  const options = { choice, history, language, wait, signal };
  const rewritten = generator && (await rewriteWithModel(parsed.question, { generator, ...options }));
  const earlier = history.map((past) => past.question);
  return { ...parsed, question: rewritten ?? resolveEllipsis(parsed.question, earlier, retriever) };
}
