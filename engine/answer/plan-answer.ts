import type { Language } from "../language/language";

export interface AnswerPlan {
  /** On one line. */
  readonly question: string;
  /** Passages to read. */
  readonly passages: number;
  /** The question asks for something to type: code counts more than prose. */
  readonly wantsCode: boolean;
  /** The question asks how something is done: code may be quoted beside prose. */
  readonly allowsCode: boolean;
}

const MAX_PASSAGES = 12;

/** Decides how a question is answered, before anything is searched. */
export function planAnswer(question: string, { questions }: Language): AnswerPlan {
  const trimmed = question.replace(/\s+/g, " ").trim();
  const wantsCode = questions.asksForCode.test(trimmed);
  const allowsCode = wantsCode || questions.asksHow.test(trimmed);
  return { question: trimmed, passages: MAX_PASSAGES, wantsCode, allowsCode };
}
