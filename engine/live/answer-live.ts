import type { Answer, AnswerEvent } from "../model/answer";
import type { Filter } from "../model/filter";
import type { LiveReply, LiveRequest } from "../model/live";
import type { LiveSources } from "../ports/live-sources";
import type { Retriever } from "../retrieve/retriever";
import type { LiveRetriever } from "./create-live-retriever";

/** Documents requested of each source: an answer cites few. */
const MAX_DOCUMENTS_PER_SOURCE = 5;
/** Searches of vendors look for every word of a query. */
const MAX_SEARCH_WORDS = 8;
/** Words, mail addresses, issue keys, file names. */
const SEARCH_WORD = /[\p{L}\p{N}][\p{L}\p{N}@._/'’#-]*/gu;

export interface AnswerLiveOptions {
  readonly retriever: LiveRetriever;
  readonly answerFrom: (retriever: Retriever) => AsyncIterable<AnswerEvent>;
  /** No source is asked where absent. */
  readonly live: LiveSources | undefined;
  readonly filter?: Filter;
  readonly signal: AbortSignal;
}

/**
 * Answers from the index while the sources that can search are asked. When they find what the index does not have, the
 * question is answered once more from both, and `done` has that answer.
 */
export async function* answerLive(
  question: string,
  { retriever, answerFrom, live, filter, signal }: AnswerLiveOptions,
): AsyncGenerator<AnswerEvent> {
  const request: LiveRequest = {
    ...filter,
    text: toSearchTerms(question, retriever),
    limit: MAX_DOCUMENTS_PER_SOURCE,
  };
  const replies = live?.search(request, signal)[Symbol.asyncIterator]();
  // The search starts when the first reply is requested.
  let next = replies?.next();
  next?.catch(() => {});
  let answer: Answer | undefined;
  for await (const event of answerFrom(retriever)) {
    if (event.type === "done") answer = event.answer;
    else yield event;
  }
  let added = 0;
  while (replies && next) {
    const { value: reply, done } = await next;
    if (done) break;
    next = replies.next();
    next.catch(() => {});
    const found = await retriever.add(reply);
    added += found;
    yield { type: "live", finding: toFinding(reply, found) };
  }
  if (added > 0) answer = (await lastAnswer(answerFrom(retriever))) ?? answer;
  if (answer) yield { type: "done", answer };
}

/** The query for the searches of vendors: the content words of a question as they were typed, in order. */
export function toSearchTerms(question: string, retriever: Pick<Retriever, "terms">): string {
  const words = question.match(SEARCH_WORD) ?? [];
  const contentWords = words
    .map((word) => word.replace(/[.'’/_-]+$/u, ""))
    .filter((word) => retriever.terms(word).some(({ weight }) => weight > 0));
  return contentWords.slice(0, MAX_SEARCH_WORDS).join(" ") || question.trim();
}

function toFinding(reply: LiveReply, found: number) {
  const { sourceId, label } = reply;
  return { sourceId, label, found, ...("problem" in reply && { problem: reply.problem }) };
}

async function lastAnswer(events: AsyncIterable<AnswerEvent>): Promise<Answer | undefined> {
  let answer: Answer | undefined;
  for await (const event of events) if (event.type === "done") answer = event.answer;
  return answer;
}
