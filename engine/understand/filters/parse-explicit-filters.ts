import { formatTimeRange } from "../../language/english/format-time-range";
import { parseTimes } from "../../language/english/parse-times";
import type { FilterChip } from "../../model/answer";
import type { Filter } from "../../model/filter";
import type { DocumentType } from "../../model/source-document";
import type { KnownNames } from "../query-understanding";
import { matchNames, matchSources } from "./match-names";
import type { ParsedFilter } from "./parsed-filter";

/** `key:value` or `key:"two words"`, at the beginning of a word. */
const KEY_VALUE = /(?<![\p{L}\p{N}:/])(?<key>[a-z]+):(?:"(?<quoted>[^"]*)"|(?<bare>[^\s"]*[^\s"?!,;]))/giu;

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

export interface FilterContext {
  readonly names: KnownNames;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

type FilterParser = (
  value: string,
  reading: FilterContext,
) => Pick<ParsedFilter, "chip" | "filter"> | undefined;

const FILTER_PARSERS: Readonly<Record<string, FilterParser>> = {
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
export function parseExplicitFilters(question: string, context: FilterContext): readonly ParsedFilter[] {
  return [...question.matchAll(KEY_VALUE)].flatMap((match) => {
    const { key = "", quoted, bare = "" } = match.groups ?? {};
    const found = FILTER_PARSERS[key.toLowerCase()]?.(quoted ?? bare, context);
    return found
      ? [{ ...found, start: match.index, end: match.index + match[0].length, isExplicit: true }]
      : [];
  });
}

export function sourceFilter(
  words: string,
  names: KnownNames,
): Pick<ParsedFilter, "chip" | "filter"> | undefined {
  const found = matchSources(words, names.sources);
  if (found.length === 0) return undefined;
  const label = found.map((source) => source.label).join(", ");
  return { chip: chip("source", label), filter: { sourceIds: found.map(({ id }) => id) } };
}

export function authorFilter(
  words: string,
  names: KnownNames,
): Pick<ParsedFilter, "chip" | "filter"> | undefined {
  return nameFilter("author", matchNames(words, names.authors), (authors) => ({ authors }));
}

export function containerFilter(
  words: string,
  names: KnownNames,
): Pick<ParsedFilter, "chip" | "filter"> | undefined {
  return nameFilter("container", matchNames(words, names.containers), (containers) => ({ containers }));
}

export function timeFilter(times: {
  readonly after?: number;
  readonly before?: number;
}): Pick<ParsedFilter, "chip" | "filter"> {
  const { after, before } = times;
  const filter: Filter = {
    ...(after !== undefined && { updatedAfter: after }),
    ...(before !== undefined && { updatedBefore: before }),
  };
  return { chip: chip("time", formatTimeRange(times)), filter };
}

function nameFilter(
  field: "author" | "container",
  found: readonly string[],
  toFilter: (names: readonly string[]) => Filter,
): Pick<ParsedFilter, "chip" | "filter"> | undefined {
  if (found.length === 0) return undefined;
  return { chip: chip(field, found.join(", ")), filter: toFilter(found) };
}

function typeFilter(value: string): Pick<ParsedFilter, "chip" | "filter"> | undefined {
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
): Pick<ParsedFilter, "chip" | "filter"> | undefined {
  const isDay = /\d{4}-\d{2}-\d{2}$/.test(words);
  const [time] = parseTimes(isDay ? sinceWords : words, now);
  return time && timeFilter(time);
}

function chip(field: FilterChip["field"], label: string): FilterChip {
  return { id: `${field}:${label.toLowerCase()}`, field, label };
}
