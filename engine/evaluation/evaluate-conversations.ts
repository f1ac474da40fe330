import type { Answerer } from "../answer/answerer";
import { english } from "../language/english/english";
import type { Answer } from "../model/answer";
import type { Retriever } from "../retrieve/retriever";
import { isFollowUp } from "../understand/follow-up/is-follow-up";
import { resolveEllipsis } from "../understand/follow-up/resolve-ellipsis";
import type { CorpusRetriever } from "./index-corpus";
import { ndcg, recall } from "./measure-ranking";
import { measureRefusal, type RefusalCurve } from "./measure-refusal";
import type { JudgedConversation } from "./parse-conversations";
import type { JudgedQuery } from "./parse-dataset";

interface RankingMeans {
  readonly ndcg10: number;
  readonly recall10: number;
}

/** Means, all 0..1. */
export interface ConversationRates {
  /** Questions that follow others. */
  readonly followUps: number;
  /** Ranking for the words of the question alone. */
  readonly alone: RankingMeans;
  /** Ranking for the rewritten question. */
  readonly rewritten: RankingMeans;
  /** First questions of a conversation, asked after another conversation: rewriting should not change them. */
  readonly switched: {
    readonly questions: number;
    readonly alone: RankingMeans;
    readonly rewritten: RankingMeans;
  };
  /** Of all questions: an answer was given. */
  readonly answered: number;
  /** Of the answered: the share of the quotes' content words that are in a reference passage. */
  readonly overlap: number;
  /** Of all questions, asked without their reference passages: correctly refused. */
  readonly refused: number;
  /** The rates at other thresholds. */
  readonly curve: RefusalCurve;
}

export interface ConversationEvaluationDeps {
  readonly retriever: CorpusRetriever;
  readonly answererOf: (retriever: Retriever) => Answerer;
  /** The evidence score of a question. */
  readonly evidenceOf: (question: string, retriever: Retriever) => Promise<number>;
  /** Text of a corpus entry. */
  readonly textOf: (id: string) => string;
}

const DEPTH = 10;

/** Evaluates the last question of every conversation, with and without the questions before it. */
export async function evaluateConversations(
  queries: readonly JudgedQuery[],
  conversations: ReadonlyMap<string, JudgedConversation>,
  { retriever, answererOf, evidenceOf, textOf }: ConversationEvaluationDeps,
): Promise<ConversationRates> {
  const asked = queries.map((query) => {
    const earlier = conversations.get(query.id)?.earlier ?? [];
    return { query, earlier, rewritten: rewrite(query.text, earlier, retriever) };
  });
  const following = asked.filter(({ earlier }) => earlier.length > 0);
  const switched = toSubjectSwitches(queries, conversations, retriever);
  const answers: number[] = [];
  const found: number[] = [];
  const missing: number[] = [];
  let refused = 0;
  for (const { query, rewritten } of asked) {
    const gold = goldOf(query);
    const answer = await finalAnswer(answererOf(retriever), rewritten);
    if (answer.found) answers.push(quoteOverlap(answer, gold.map(textOf).join("\n"), retriever));
    found.push(await evidenceOf(rewritten, retriever));
    const without = retriever.without(new Set(gold));
    if (!(await finalAnswer(answererOf(without), rewritten)).found) refused++;
    missing.push(await evidenceOf(rewritten, without));
  }
  return {
    followUps: following.length,
    ...(await rankBoth(following, retriever)),
    switched: { questions: switched.length, ...(await rankBoth(switched, retriever)) },
    answered: answers.length / Math.max(1, asked.length),
    overlap: mean(answers),
    refused: refused / Math.max(1, asked.length),
    curve: measureRefusal(found, missing),
  };
}

/** Rewrites as the product does without a model. */
function rewrite(question: string, earlier: readonly string[], retriever: Retriever): string {
  const follows = earlier.length > 0 && isFollowUp(question, { language: english, retriever });
  return follows ? resolveEllipsis(question, earlier, retriever) : question;
}

interface RewrittenQuery {
  readonly query: JudgedQuery;
  /** With the subject of earlier questions where it is a follow-up. */
  readonly rewritten: string;
}

/** Every first question of a conversation, after an unrelated conversation: the one half the list away. */
function toSubjectSwitches(
  queries: readonly JudgedQuery[],
  conversations: ReadonlyMap<string, JudgedConversation>,
  retriever: Retriever,
): readonly RewrittenQuery[] {
  return queries.flatMap((query, at): readonly RewrittenQuery[] => {
    const other = queries[(at + Math.floor(queries.length / 2)) % queries.length];
    if (!other || other === query || conversations.get(query.id)?.earlier.length) return [];
    const before = [...(conversations.get(other.id)?.earlier ?? []), other.text];
    return [{ query, rewritten: rewrite(query.text, before, retriever) }];
  });
}

async function rankBoth(asked: readonly RewrittenQuery[], retriever: Retriever) {
  const alone = asked.map(({ query }) => ({ query, text: query.text }));
  const rewritten = asked.map(({ query, rewritten: text }) => ({ query, text }));
  return { alone: await rank(alone, retriever), rewritten: await rank(rewritten, retriever) };
}

async function rank(
  asked: readonly { readonly query: JudgedQuery; readonly text: string }[],
  retriever: Retriever,
): Promise<RankingMeans> {
  const gains: number[] = [];
  const recalls: number[] = [];
  for (const { query, text } of asked) {
    const { passages } = await retriever.retrieve(text, { limit: DEPTH, perDocument: 1 });
    const ranking = passages.map(({ document }) => document.itemId);
    gains.push(ndcg(ranking, query.grades, DEPTH));
    recalls.push(recall(ranking, query.grades, DEPTH));
  }
  return { ndcg10: mean(gains), recall10: mean(recalls) };
}

function quoteOverlap({ citations }: Answer, gold: string, retriever: Retriever): number {
  const known = new Set(contentTerms(gold, retriever));
  const quoted = citations.flatMap(({ quote }) => contentTerms(quote, retriever));
  return quoted.length === 0 ? 0 : quoted.filter((term) => known.has(term)).length / quoted.length;
}

function contentTerms(text: string, retriever: Retriever): readonly string[] {
  return retriever.terms(text).flatMap(({ term, weight }) => (weight > 0 ? [term] : []));
}

function goldOf({ grades }: JudgedQuery): readonly string[] {
  return [...grades].flatMap(([id, grade]) => (grade > 0 ? [id] : []));
}

async function finalAnswer(answerer: Answerer, question: string): Promise<Answer> {
  for await (const event of answerer.answer(question)) if (event.type === "done") return event.answer;
  throw new TypeError(`The answer to "${question}" did not end`);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
