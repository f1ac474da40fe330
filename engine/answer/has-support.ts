import type { Passage } from "../model/passage";
import type { TermMatcher } from "./term-matcher";

/** The best passages judged; support that ranks lower is none. */
const PASSAGES_JUDGED = 5;
const COVERAGE_SHARE = 0.6;
const SIMILARITY_SHARE = 0.4;
const LEAST_EVIDENCE = 0.42;

/**
 * Whether any of the best passages is about the question: the idf-weighted share of the question's content
 * terms it contains (its title and headings included) together with its vector similarity.
 */
export function hasSupport(passages: readonly Passage[], matcher: TermMatcher): boolean {
  return passages.slice(0, PASSAGES_JUDGED).some((passage) => evidence(passage, matcher) >= LEAST_EVIDENCE);
}

/** 0..1. */
export function evidence({ document, chunk, vectorScore = 0 }: Passage, matcher: TermMatcher): number {
  const words = [document.title, ...chunk.headings, document.text.slice(chunk.start, chunk.end)].join("\n");
  const coverage = matcher.coverage(matcher.matches(words));
  return COVERAGE_SHARE * coverage + SIMILARITY_SHARE * Math.max(0, vectorScore);
}
