import type { Language } from "../../language/language";
import {
  authorFilter,
  containerFilter,
  type FilterContext,
  type LabelledFilter,
  type ParsedFilter,
  sourceFilter,
  timeFilter,
} from "./parse-explicit-filters";

/** Words of a name. */
const MAX_NAME_WORDS = 4;
const WORD = /[\p{L}\p{N}@#][\p{L}\p{N}@#._'’-]*/gu;

interface FilterCandidate extends ParsedFilter {
  /** The words can hardly mean anything but a filter. */
  readonly isCertain: boolean;
}

/**
 * Filters that a question implies: "in Slack", "from Priya", "last week", "in the launch channel". Only names that
 * exist count. A location or a time that may be the subject itself ("How do I mute a channel in Slack?") counts
 * beside a certain filter, or where the question asks for documents.
 */
export function parseNaturalFilters(question: string, context: FilterContext): readonly ParsedFilter[] {
  const candidates = dropOverlaps([
    ...authorCandidates(question, context),
    ...locationCandidates(question, context),
    ...timeCandidates(question, context),
  ]);
  const isFiltered =
    candidates.some(({ isCertain }) => isCertain) || context.language.filters.asksForDocuments.test(question);
  return isFiltered ? candidates : [];
}

function authorCandidates(question: string, { names, language }: FilterContext): readonly FilterCandidate[] {
  return matchAfterPreposition(question, language.filters.authorPreposition, (words) => {
    // "from Priya" names an author, "by design" does not.
    const isName = /^[@\p{Lu}]/u.test(words) || words.includes(" ");
    return isName ? authorFilter(words, names) : undefined;
  }).map((found) => ({ ...found, isCertain: true }));
}

function locationCandidates(
  question: string,
  { names, language }: FilterContext,
): readonly FilterCandidate[] {
  const { locationPreposition, containerNoun } = language.filters;
  return matchAfterPreposition(question, locationPreposition, (words, rest) => {
    const source = sourceFilter(words, names);
    if (source) return source;
    return words.startsWith("#") || containerNoun.test(rest) ? containerFilter(words, names) : undefined;
  }).map((found) => {
    const isContainer = found.chip.field === "container";
    const noun = isContainer ? containerNoun.exec(question.slice(found.end)) : null;
    const isLeading = question.slice(0, found.start).trim() === "" && /^\s*,/.test(question.slice(found.end));
    return { ...found, end: found.end + (noun?.[0].length ?? 0), isCertain: isLeading || isContainer };
  });
}

function timeCandidates(question: string, { language, now }: FilterContext): readonly FilterCandidate[] {
  const times = language.filters.parseTimes(question, now);
  return times
    .filter(({ start }) => !namesVersion(question.slice(0, start), language))
    .map((time) => ({
      ...timeFilter(time, language),
      start: time.start,
      end: time.end,
      isCertain: time.isPastReference,
    }));
}

/** "The policy from 2024" names a version of the policy, not when a file was changed. */
function namesVersion(before: string, { filters }: Language): boolean {
  return filters.versionedNoun.test(before);
}

/** Tries the words after each preposition, the most words first. */
function matchAfterPreposition(
  question: string,
  preposition: RegExp,
  toFilter: (words: string, rest: string) => LabelledFilter | undefined,
): readonly ParsedFilter[] {
  return [...question.matchAll(preposition)].flatMap((match) => {
    const from = match.index + match[0].length;
    const words = [...question.slice(from).matchAll(WORD)].slice(0, MAX_NAME_WORDS);
    for (const last of words.reverse()) {
      const end = from + last.index + last[0].replace(/[.'’-]+$/, "").length;
      const found = toFilter(question.slice(from, end), question.slice(end));
      if (found) return [{ ...found, start: match.index, end }];
    }
    return [];
  });
}

/** Keeps the first of candidates that overlap: "from Priya" is an author and no location. */
function dropOverlaps(candidates: readonly FilterCandidate[]): readonly FilterCandidate[] {
  return candidates.filter(
    (candidate, position) =>
      !candidates
        .slice(0, position)
        .some((other) => candidate.start < other.end && other.start < candidate.end),
  );
}
