import { parseTimes } from "../../language/english/parse-times";
import type { KnownNames } from "../query-understanding";
import {
  authorFilter,
  containerFilter,
  type FilterContext,
  sourceFilter,
  timeFilter,
} from "./parse-explicit-filters";
import type { ParsedFilter } from "./parsed-filter";

/** Names have up to this many words. */
const MAX_NAME_WORDS = 4;
const WORD = /[\p{L}\p{N}@#][\p{L}\p{N}@#._'’-]*/gu;
const LOCATION_PREPOSITION = /\b(?:in|on|from|at|within|inside|across)\s+(?:(?:my|our|the)\s+)?/gi;
const AUTHOR_PREPOSITION = /\b(?:from|by)\s+/gi;
/** What follows the name of a channel that isn't written with #. */
const CONTAINER_NOUN = /^\s+(?:channel|folder|repo(?:sitory)?|project|space|label|notebook)\b/i;
/**
 * A question about what was written or happened, not about a subject: only then "in Slack" is a place to search
 * and not the thing asked about, as in "How do I mute a channel in Slack?".
 */
const ASKS_FOR_DOCUMENTS =
  /\b(?:sa(?:y|ys|id)|wr(?:ite|ites|ote|itten)|post(?:s|ed)?|mention(?:s|ed)?|discuss(?:ed|ions?)?|decided?|decisions?|agreed?|asked|reported|sen[dt]|shared?|find|search|show|list|looking for|messages?|e?-?mails?|threads?|tickets?|issues?|documents?|docs?|notes?|anything|updates?|changed|happened)\b/i;

interface FilterCandidate extends ParsedFilter {
  /** It can hardly mean anything but a filter. */
  readonly isCertain: boolean;
}

/**
 * Filters a question means without naming them: "in Slack", "from Priya", "last week", "in the launch channel". Only
 * names that exist count. A place or a date that may as well be the subject counts beside another filter, or where
 * the question asks for what was written.
 */
export function parseNaturalFilters(question: string, context: FilterContext): readonly ParsedFilter[] {
  const candidates = dropOverlaps([
    ...authorCandidates(question, context.names),
    ...locationCandidates(question, context.names),
    ...timeCandidates(question, context.now),
  ]);
  const asksForRecords = ASKS_FOR_DOCUMENTS.test(question);
  const certain = candidates.filter((candidate) => candidate.isCertain || asksForRecords);
  return certain.length > 0 ? candidates : [];
}

function authorCandidates(question: string, names: KnownNames): readonly FilterCandidate[] {
  return matchAfterPreposition(question, AUTHOR_PREPOSITION, (words) => {
    // "by design" is nobody, "from Priya" is.
    const isName = /^[@\p{Lu}]/u.test(words) || words.includes(" ");
    return isName ? authorFilter(words, names) : undefined;
  }).map((found) => ({ ...found, isCertain: true }));
}

function locationCandidates(question: string, names: KnownNames): readonly FilterCandidate[] {
  return matchAfterPreposition(question, LOCATION_PREPOSITION, (words, rest) => {
    const source = sourceFilter(words, names);
    if (source) return source;
    return words.startsWith("#") || CONTAINER_NOUN.test(rest) ? containerFilter(words, names) : undefined;
  }).map((found) => {
    const kind = found.chip.field === "container" ? CONTAINER_NOUN.exec(question.slice(found.end)) : null;
    const leads = /^\s*$/.test(question.slice(0, found.start)) && /^\s*,/.test(question.slice(found.end));
    const isCertain = leads || found.chip.field === "container";
    return { ...found, end: found.end + (kind?.[0].length ?? 0), isCertain };
  });
}

function timeCandidates(question: string, now: number): readonly FilterCandidate[] {
  return parseTimes(question, now).map((time) => {
    return {
      ...timeFilter(time),
      start: time.start,
      end: time.end,
      isExplicit: false,
      isCertain: time.isPastReference,
    };
  });
}

/** Tries the words after each lead, the most words first. */
function matchAfterPreposition(
  question: string,
  preposition: RegExp,
  read: (words: string, rest: string) => Pick<ParsedFilter, "chip" | "filter"> | undefined,
): readonly ParsedFilter[] {
  return [...question.matchAll(preposition)].flatMap((match) => {
    const from = match.index + match[0].length;
    const words = [...question.slice(from).matchAll(WORD)].slice(0, MAX_NAME_WORDS);
    for (const last of words.reverse()) {
      const end = from + last.index + last[0].replace(/[.'’-]+$/, "").length;
      const found = read(question.slice(from, end), question.slice(end));
      if (found) return [{ ...found, start: match.index, end, isExplicit: false }];
    }
    return [];
  });
}

/** "From Priya" is no place as well. */
function dropOverlaps(candidates: readonly FilterCandidate[]): readonly FilterCandidate[] {
  return candidates.filter(
    (candidate, position) =>
      !candidates
        .slice(0, position)
        .some((other) => candidate.start < other.end && other.start < candidate.end),
  );
}
