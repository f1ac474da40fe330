import type { Answerer } from "../answer/answerer";
import type { Answer } from "../model/answer";

/** A question with its expected answer. */
export interface ExpectedAnswer {
  readonly question: string;
  /** Ids of the documents that answer it; empty when none does. */
  readonly gold: readonly string[];
  /** Words that a right answer quotes from one of them. */
  readonly answer?: string;
}

/** Shares, 0..1. */
export interface AnswerRates {
  /** Of the answerable questions: an answer was given. */
  readonly answered: number;
  /** Of the answerable questions: a relevant document is cited. */
  readonly cited: number;
  /** Of all citations for answerable questions: the document is relevant. */
  readonly relevant: number;
  /** Of the questions with expected words: they are quoted from a relevant document. */
  readonly right: number;
  /** Of the unanswerable questions: refused. */
  readonly refused: number;
}

export interface JudgedAnswer {
  readonly question: ExpectedAnswer;
  readonly answer: Answer;
  readonly isCited: boolean;
  readonly isRight: boolean;
}

/** Asks every question and compares the answer with the expected one. */
export async function judgeAnswers(
  questions: readonly ExpectedAnswer[],
  answerer: Answerer,
): Promise<readonly JudgedAnswer[]> {
  const judged: JudgedAnswer[] = [];
  for (const question of questions) {
    const answer = await finalAnswer(answerer, question.question);
    const right = answer.citations.filter(({ itemId }) => question.gold.includes(itemId));
    const expected = question.answer?.toLowerCase();
    judged.push({
      question,
      answer,
      isCited: right.length > 0,
      isRight: expected !== undefined && right.some(({ quote }) => quote.toLowerCase().includes(expected)),
    });
  }
  return judged;
}

export function answerRates(judged: readonly JudgedAnswer[]): AnswerRates {
  const answerable = judged.filter(({ question }) => question.gold.length > 0);
  const unanswerable = judged.filter(({ question }) => question.gold.length === 0);
  const expecting = answerable.filter(({ question }) => question.answer !== undefined);
  return {
    answered: share(answerable, ({ answer }) => answer.found),
    cited: share(answerable, ({ isCited }) => isCited),
    relevant: share(
      answerable.flatMap(({ question, answer }) =>
        answer.citations.map(({ itemId }) => question.gold.includes(itemId)),
      ),
      (isRelevant) => isRelevant,
    ),
    right: share(expecting, ({ isRight }) => isRight),
    refused: share(unanswerable, ({ answer }) => !answer.found),
  };
}

async function finalAnswer(answerer: Answerer, question: string): Promise<Answer> {
  for await (const event of answerer.answer(question)) if (event.type === "done") return event.answer;
  throw new TypeError(`The answer to "${question}" did not end`);
}

function share<T>(items: readonly T[], holds: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(holds).length / items.length;
}
