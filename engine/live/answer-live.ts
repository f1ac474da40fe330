import type { Answer, AnswerEvent } from "../model/answer";
import type { Filter } from "../model/filter";
import type { LiveReply, LiveRequest } from "../model/live";
import type { LiveSources } from "../ports/live-sources";
import type { Retriever } from "../retrieve/retriever";
import type { LiveRetriever } from "./create-live-retriever";
import { toSearchTerms } from "./to-search-terms";

/** Documents asked of each source: an answer cites few. */
const MAX_DOCUMENTS_PER_SOURCE = 5;

export interface AnswerLiveOptions {
  readonly retriever: LiveRetriever;
  readonly answerFrom: (retriever: Retriever) => AsyncIterable<AnswerEvent>;
  /** Nobody is asked where absent. */
  readonly live: LiveSources | undefined;
  readonly filter?: Filter;
  readonly signal: AbortSignal;
}

/**
 * Answers at once from the index while the sources that can search are asked. When they found what the index does
 * not have, the answer is made once more from both, and `done` carries the better one.
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
  // Taking the first reply is what starts the asking.
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

function toFinding(reply: LiveReply, found: number) {
  const { sourceId, label } = reply;
  return { sourceId, label, found, ...("problem" in reply && { problem: reply.problem }) };
}

async function lastAnswer(events: AsyncIterable<AnswerEvent>): Promise<Answer | undefined> {
  let answer: Answer | undefined;
  for await (const event of events) if (event.type === "done") answer = event.answer;
  return answer;
}
