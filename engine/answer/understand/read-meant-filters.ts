import type { FoundFilter } from "./found-filter";
import type { KnownNames } from "./known-names";
import { readTimes } from "./read-time";
import {
  authorFilter,
  containerFilter,
  type FilterReading,
  sourceFilter,
  timeFilter,
} from "./read-typed-filters";

/** Names have up to this many words. */
const LONGEST_NAME = 4;
const WORD = /[\p{L}\p{N}@#][\p{L}\p{N}@#._'’-]*/gu;
const PLACE = /\b(?:in|on|from|at|within|inside|across)\s+(?:(?:my|our|the)\s+)?/gi;
const PERSON = /\b(?:from|by)\s+/gi;
/** What follows the name of a channel that isn't written with #. */
const KIND_OF_CONTAINER = /^\s+(?:channel|folder|repo(?:sitory)?|project|space|label|notebook)\b/i;
/**
 * A question about what was written or happened, not about a subject: only then "in Slack" is a place to search
 * and not the thing asked about, as in "How do I mute a channel in Slack?".
 */
const ASKS_FOR_RECORDS =
  /\b(?:sa(?:y|ys|id)|wr(?:ite|ites|ote|itten)|post(?:s|ed)?|mention(?:s|ed)?|discuss(?:ed|ions?)?|decided?|decisions?|agreed?|asked|reported|sen[dt]|shared?|find|search|show|list|looking for|messages?|e?-?mails?|threads?|tickets?|issues?|documents?|docs?|notes?|anything|updates?|changed|happened)\b/i;

interface Draft extends FoundFilter {
  /** It can hardly mean anything but a filter. */
  readonly sure: boolean;
}

/**
 * Filters a question means without naming them: "in Slack", "from Priya", "last week", "in the launch channel". Only
 * names that exist count. A place or a date that may as well be the subject counts beside another filter, or where
 * the question asks for what was written.
 */
export function readMeantFilters(question: string, reading: FilterReading): readonly FoundFilter[] {
  const drafts = dropOverlaps([
    ...people(question, reading.names),
    ...places(question, reading.names),
    ...times(question, reading.now),
  ]);
  const asksForRecords = ASKS_FOR_RECORDS.test(question);
  const sure = drafts.filter((draft) => draft.sure || asksForRecords);
  return sure.length > 0 ? drafts : [];
}

function people(question: string, names: KnownNames): readonly Draft[] {
  return afterLead(question, PERSON, (words) => {
    // "by design" is nobody, "from Priya" is.
    const isName = /^[@\p{Lu}]/u.test(words) || words.includes(" ");
    return isName ? authorFilter(words, names) : undefined;
  }).map((found) => ({ ...found, sure: true }));
}

function places(question: string, names: KnownNames): readonly Draft[] {
  return afterLead(question, PLACE, (words, rest) => {
    const source = sourceFilter(words, names);
    if (source) return source;
    return words.startsWith("#") || KIND_OF_CONTAINER.test(rest) ? containerFilter(words, names) : undefined;
  }).map((found) => {
    const kind = found.chip.field === "container" ? KIND_OF_CONTAINER.exec(question.slice(found.end)) : null;
    const leads = /^\s*$/.test(question.slice(0, found.start)) && /^\s*,/.test(question.slice(found.end));
    const sure = leads || found.chip.field === "container";
    return { ...found, end: found.end + (kind?.[0].length ?? 0), sure };
  });
}

function times(question: string, now: number): readonly Draft[] {
  return readTimes(question, now).map((time) => {
    return { ...timeFilter(time), start: time.start, end: time.end, typed: false, sure: time.looksBack };
  });
}

/** Tries the words after each lead, the most words first. */
function afterLead(
  question: string,
  lead: RegExp,
  read: (words: string, rest: string) => Pick<FoundFilter, "chip" | "filter"> | undefined,
): readonly FoundFilter[] {
  return [...question.matchAll(lead)].flatMap((match) => {
    const from = match.index + match[0].length;
    const words = [...question.slice(from).matchAll(WORD)].slice(0, LONGEST_NAME);
    for (const last of words.reverse()) {
      const end = from + last.index + last[0].replace(/[.'’-]+$/, "").length;
      const found = read(question.slice(from, end), question.slice(end));
      if (found) return [{ ...found, start: match.index, end, typed: false }];
    }
    return [];
  });
}

/** "From Priya" is no place as well. */
function dropOverlaps(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.filter(
    (draft, position) =>
      !drafts.slice(0, position).some((other) => draft.start < other.end && other.start < draft.end),
  );
}
