import type { Retriever } from "../retrieve/retriever";

/** Vendors' searches look for every word they are given. */
const MAX_WORDS = 8;

/** What of a question to put into a vendor's search box: its telling words as they were typed, in order. */
export function toSearchTerms(question: string, retriever: Pick<Retriever, "terms">): string {
  const words = question.match(/[\p{L}\p{N}][\p{L}\p{N}@._/'’#-]*/gu) ?? [];
  const contentWords = words
    .map((word) => word.replace(/[.'’/_-]+$/u, ""))
    .filter((word) => retriever.terms(word).some(({ weight }) => weight > 0));
  return contentWords.slice(0, MAX_WORDS).join(" ") || question.trim();
}
