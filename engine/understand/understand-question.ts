import type { Filter } from "../model/filter";
import { DAY_MS } from "../util/durations";
import { parseFilters } from "./filters/parse-filters";
import { contentWords } from "./follow-up/content-words";
import { isFollowUp } from "./follow-up/is-follow-up";
import { resolveEllipsis } from "./follow-up/resolve-ellipsis";
import { rewriteWithModel } from "./follow-up/rewrite-with-model";
import { parseIntent, standsAlone } from "./intent/parse-intent";
import type { UnderstandDeps, UnderstandRequest, UnderstoodQuestion } from "./query-understanding";

/** A time that ended longer ago is not what "what happened" asks for news of. */
const MAX_RECENT_AGE_MS = 31 * DAY_MS;

/** Takes the filters out of a question, turns a follow-up into a stand-alone question, and tells what it asks for. */
export async function understandQuestion(
  { question, history, removedChips, choice }: UnderstandRequest,
  { names, language, retriever, clock, wait, generator, signal }: UnderstandDeps,
): Promise<UnderstoodQuestion> {
  const hasContentWords = (words: string) => contentWords(words, retriever).length > 0;
  const options = { language, now: clock.now(), isPage: names === undefined };
  const parsed = names
    ? parseFilters(question, { ...options, names, removed: removedChips, hasContentWords })
    : { question, filter: {}, chips: [] };
  const intentOptions = { ...options, isOfRecentTime: isRecent(parsed.filter, options.now) };
  const intent = parseIntent(parsed.question, intentOptions);
  const isComplete = history.length === 0 || standsAlone(intent, intentOptions);
  if (isComplete || !isFollowUp(parsed.question, { language, retriever })) return { ...parsed, intent };
  const rewriting = { choice, history, language, wait, signal };
  const rewritten = generator && (await rewriteWithModel(parsed.question, { generator, ...rewriting }));
  const earlier = history.map((past) => past.question);
  const complete = rewritten ?? resolveEllipsis(parsed.question, earlier, retriever);
  const { anyTime } = parsed;
  return {
    ...parsed,
    question: complete,
    intent: parseIntent(complete, intentOptions),
    ...(anyTime && { anyTime: { ...anyTime, question: complete } }),
  };
}

function isRecent({ updatedAfter, updatedBefore = Infinity }: Filter, now: number): boolean {
  return updatedAfter !== undefined && updatedBefore >= now - MAX_RECENT_AGE_MS;
}
