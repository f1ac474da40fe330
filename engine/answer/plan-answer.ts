export interface AnswerPlan {
  readonly question: string;
  /** Passages to read. */
  readonly passages: number;
  /** The person asks for something to type: code blocks count more than prose. */
  readonly wantsCode: boolean;
}

const PASSAGES_READ = 12;
const ASKS_FOR_CODE =
  /\b(?:commands?|snippets?|examples?|syntax|install(?:ation|ing)?|import|script|cli|flags?|usage|configure|run)\b/i;

/** Reads the question once, before anything is searched. */
export function planAnswer(question: string): AnswerPlan {
  const trimmed = question.replace(/\s+/g, " ").trim();
  return { question: trimmed, passages: PASSAGES_READ, wantsCode: ASKS_FOR_CODE.test(trimmed) };
}
