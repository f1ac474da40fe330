import { periodOfDate } from "../../period-of-date";
import type { VersionChoice } from "../../version-patterns";
import { findVersions } from "../facts/amounts";
import { findDates } from "../facts/dates";
import { VERSION_NOUN } from "./version-nouns";

/** Short lists of other languages are German, French, Spanish and Italian. */
const CURRENT =
  /(?<!\p{L})(?:current(?:ly)?|now|today|nowadays|latest|newest|most recent(?:ly)?|up[- ]to[- ]date|presently|at (?:the moment|present)|these days|in force|aktuell\p{L}*|derzeit|zurzeit|heute|jetzt|actuel\p{L}*|aujourd['’]hui|actual(?:es|mente)?|hoy|attual\p{L}*|huidige?)(?!\p{L})/giu;
const EARLIER =
  /(?<!\p{L})(?:previous(?:ly)?|former(?:ly)?|earlier|prior|used to|back then|früher\p{L}*|bisherig\p{L}*|ancien\p{L}*|auparavant|anterior\p{L}*)(?!\p{L})/giu;
const OF_VERSION = String.raw`(?=\s+(?:\p{L}+\s+){0,2}?${VERSION_NOUN}\b)`;
const NEW = new RegExp(String.raw`(?<!\p{L})new(?:er)?${OF_VERSION}`, "giu");
const OLD = new RegExp(String.raw`(?<!\p{L})(?:old(?:er)?|outdated|superseded)${OF_VERSION}`, "giu");
const LEAD =
  /(?:^|\s)(?<lead>since|after|before|until|till|seit|nach|vor|bis|depuis|après|avant|desde|hasta|in|of|from|for|during|on|as of)\s+(?:the\s+)?$/iu;

/** Which version of what it asks about a question names. */
export function parseChoice(question: string): VersionChoice {
  const current = [...question.matchAll(CURRENT), ...question.matchAll(NEW)];
  const earlier = [...question.matchAll(EARLIER), ...question.matchAll(OLD)];
  const [date] = findDates(question).filter(({ value }) => /^\d{4}/.test(value));
  const [version] = findVersions(question);
  const lead = date && LEAD.exec(question.slice(0, date.start))?.groups?.lead?.toLowerCase();
  const preferred = current.length > 0 ? "current" : earlier.length > 0 ? "earlier" : undefined;
  return {
    ...(date && { period: toPeriod(date.value, lead) }),
    ...(version && { version: version.value }),
    ...(preferred && { preferred }),
    words: {
      age: (current.length > 0 ? current : earlier).map(({ 0: word }) => word),
      version: [
        ...(date ? [question.slice(date.start, date.end), ...(lead === undefined ? [] : [lead])] : []),
        ...(version ? [question.slice(version.start, version.end)] : []),
      ],
    },
  };
}

function toPeriod(date: string, lead = ""): NonNullable<VersionChoice["period"]> {
  const [start, end] = periodOfDate(date);
  if (/^(?:since|seit|depuis|desde|as of)$/.test(lead)) return { after: start };
  if (/^(?:after|nach|après)$/.test(lead)) return { after: end };
  if (/^(?:before|vor|avant)$/.test(lead)) return { before: start };
  if (/^(?:until|till|bis|hasta)$/.test(lead)) return { before: end };
  return { after: start, before: end };
}
