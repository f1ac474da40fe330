import { percentile } from "./percentile";

export interface QueryTimes<Answer> {
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Queries that were timed; fewer than asked when the budget ran out. */
  readonly count: number;
  readonly answers: readonly Answer[];
}

const WARM_UP = 20;

/**
 * Runs the queries one after the other and times each. The warm-up queries run untimed first. Stops early
 * when `budgetMs` is spent.
 */
export async function timeQueries<Query, Answer>(
  queries: readonly Query[],
  ask: (query: Query) => Answer | Promise<Answer>,
  budgetMs = Number.POSITIVE_INFINITY,
): Promise<QueryTimes<Answer>> {
  const begin = performance.now();
  for (const query of queries.slice(0, WARM_UP)) {
    await ask(query);
    if (performance.now() - begin > budgetMs / 10) break;
  }
  const times: number[] = [];
  const answers: Answer[] = [];
  for (const query of queries) {
    if (performance.now() - begin > budgetMs) break;
    const asked = performance.now();
    const answer = ask(query);
    answers.push(answer instanceof Promise ? await answer : answer);
    times.push(performance.now() - asked);
  }
  return { p50Ms: percentile(times, 0.5), p95Ms: percentile(times, 0.95), count: times.length, answers };
}
