import type { FilterChip } from "../../model/answer";
import type { Filter } from "../../model/filter";
import type { DocumentType } from "../../model/source-document";
import type { FoundFilter } from "./found-filter";
import type { KnownNames } from "./known-names";
import { matchNames, matchSources } from "./match-names";
import { readTimes } from "./read-time";
import { timeLabel } from "./time-label";

/** `key:value` or `key:"two words"`, at the beginning of a word. */
const TYPED = /(?<![\p{L}\p{N}:/])(?<key>[a-z]+):(?:"(?<quoted>[^"]*)"|(?<bare>[^\s"]*[^\s"?!,;]))/giu;

const TYPES: Readonly<Record<DocumentType, true>> = {
  page: true,
  file: true,
  bookmark: true,
  visit: true,
  tab: true,
  thread: true,
  mail: true,
  issue: true,
  event: true,
};

export interface FilterReading {
  readonly names: KnownNames;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

type Read = (value: string, reading: FilterReading) => Pick<FoundFilter, "chip" | "filter"> | undefined;

const KEYS: Readonly<Record<string, Read>> = {
  source: (value, { names }) => sourceFilter(value, names),
  app: (value, { names }) => sourceFilter(value, names),
  from: (value, { names }) => authorFilter(value, names),
  by: (value, { names }) => authorFilter(value, names),
  author: (value, { names }) => authorFilter(value, names),
  in: (value, { names }) => containerFilter(value, names),
  container: (value, { names }) => containerFilter(value, names),
  channel: (value, { names }) => containerFilter(value, names),
  folder: (value, { names }) => containerFilter(value, names),
  type: typeFilter,
  after: (value, { now }) => dateFilter(`after ${value}`, `since ${value}`, now),
  since: (value, { now }) => dateFilter(`since ${value}`, `since ${value}`, now),
  before: (value, { now }) => dateFilter(`before ${value}`, `before ${value}`, now),
};

/** Filters written as `source:jira`, `from:priya`, `in:#launch`, `type:mail`, `after:2026-10-01`, `before:`. */
export function readTypedFilters(question: string, reading: FilterReading): readonly FoundFilter[] {
  return [...question.matchAll(TYPED)].flatMap((match) => {
    const { key = "", quoted, bare = "" } = match.groups ?? {};
    const found = KEYS[key.toLowerCase()]?.(quoted ?? bare, reading);
    return found ? [{ ...found, start: match.index, end: match.index + match[0].length, typed: true }] : [];
  });
}

export function sourceFilter(
  words: string,
  names: KnownNames,
): Pick<FoundFilter, "chip" | "filter"> | undefined {
  const found = matchSources(words, names.sources);
  if (found.length === 0) return undefined;
  const label = found.map((source) => source.label).join(", ");
  return { chip: chip("source", label), filter: { sourceIds: found.map(({ id }) => id) } };
}

export function authorFilter(
  words: string,
  names: KnownNames,
): Pick<FoundFilter, "chip" | "filter"> | undefined {
  return nameFilter("author", matchNames(words, names.authors), (authors) => ({ authors }));
}

export function containerFilter(
  words: string,
  names: KnownNames,
): Pick<FoundFilter, "chip" | "filter"> | undefined {
  return nameFilter("container", matchNames(words, names.containers), (containers) => ({ containers }));
}

export function timeFilter(times: {
  readonly after?: number;
  readonly before?: number;
}): Pick<FoundFilter, "chip" | "filter"> {
  const { after, before } = times;
  const filter: Filter = {
    ...(after !== undefined && { updatedAfter: after }),
    ...(before !== undefined && { updatedBefore: before }),
  };
  return { chip: chip("time", timeLabel(times)), filter };
}

function nameFilter(
  field: "author" | "container",
  found: readonly string[],
  toFilter: (names: readonly string[]) => Filter,
): Pick<FoundFilter, "chip" | "filter"> | undefined {
  if (found.length === 0) return undefined;
  return { chip: chip(field, found.join(", ")), filter: toFilter(found) };
}

function typeFilter(value: string): Pick<FoundFilter, "chip" | "filter"> | undefined {
  const name = value.toLowerCase().replace(/s$/, "");
  return Object.hasOwn(TYPES, name)
    ? { chip: chip("type", name), filter: { types: [name as DocumentType] } }
    : undefined;
}

/** A day alone ("after:2026-10-01") begins or ends the stretch with itself: after is inclusive, as in most search boxes. */
function dateFilter(
  words: string,
  sinceWords: string,
  now: number,
): Pick<FoundFilter, "chip" | "filter"> | undefined {
  const isDay = /\d{4}-\d{2}-\d{2}$/.test(words);
  const [time] = readTimes(isDay ? sinceWords : words, now);
  return time && timeFilter(time);
}

function chip(field: FilterChip["field"], label: string): FilterChip {
  return { id: `${field}:${label.toLowerCase()}`, field, label };
}
