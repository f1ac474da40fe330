import type { ScoredStatement } from "./score-statements";

/** What a statement says itself, without the headings and column names that it is scored with. */
export function textWithoutContext({ statement, text }: ScoredStatement): string {
  const { context } = statement;
  return context !== undefined && text.startsWith(`${context}\n`) ? text.slice(context.length + 1) : text;
}
