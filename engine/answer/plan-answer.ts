export interface AnswerPlan {
  readonly question: string;
  /** Passages to read. */
  readonly passages: number;
  /** The person asks for something to type: code blocks count more than prose. */
  readonly wantsCode: boolean;
  /** The person asks how something is done: code may be quoted, beside prose. */
  readonly allowsCode: boolean;
}

const PASSAGES_READ = 12;
const ASKS_FOR_CODE =
  /\b(?:commands?|snippets?|examples?|syntax|install(?:ation|ing)?|import|script|cli|flags?|usage|configure|run)\b/i;

const ASKS_HOW = /\b(?:how|code)\b/i;

/** Reads the question once, before anything is searched. */
export function planAnswer(question: string): AnswerPlan {
  const trimmed = question.replace(/\s+/g, " ").trim();
  const wantsCode = ASKS_FOR_CODE.test(trimmed);
  const allowsCode = wantsCode || ASKS_HOW.test(trimmed);
  return { question: trimmed, passages: PASSAGES_READ, wantsCode, allowsCode };
}
