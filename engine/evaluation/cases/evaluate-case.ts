import type { Answer } from "../../model/answer";
import { judgeAnswer, type Verdict } from "./judge-answer";
import type { OpenedCase } from "./open-case";
import type { QuestionCase } from "./question-case";

/** A question of a case with its answer and what it is worth. */
export interface JudgedQuestion {
  readonly case: string;
  readonly kind: string;
  readonly question: string;
  readonly isAnswerable: boolean;
  readonly verdict: Verdict;
  readonly answer: Answer;
}

export type VerdictCounts = Readonly<Record<Verdict, number>>;

/** Asks every question of a case and judges its answer. */
export async function evaluateCase(
  name: string,
  { kind, questions }: QuestionCase,
  opened: OpenedCase,
): Promise<readonly JudgedQuestion[]> {
  const judged: JudgedQuestion[] = [];
  for (const { ask, history, right, kind: own = kind } of questions) {
    const answer = await opened.ask(ask, history);
    const verdict = judgeAnswer(answer, right);
    judged.push({ case: name, kind: own, question: ask, isAnswerable: !right.refuse, verdict, answer });
  }
  return judged;
}

/** How often each verdict was given. */
export function countVerdicts(judged: readonly JudgedQuestion[]): VerdictCounts {
  const count = (wanted: Verdict) => judged.filter(({ verdict }) => verdict === wanted).length;
  return { right: count("right"), closest: count("closest"), wrong: count("wrong"), missed: count("missed") };
}
