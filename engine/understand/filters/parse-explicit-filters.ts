import type { FilterKey, Language } from "../../language/language";
import type { FilterChip } from "../../model/answer";
import type { Filter } from "../../model/filter";
import type { KnownNames } from "../query-understanding";
import { matchNames, matchSources } from "./match-names";

/** `key:value` or `key:"two words"`, at the beginning of a word. */
const KEY_VALUE = /(?<![\p{L}\p{N}:/])(?<key>[a-z]+):(?:"(?<quoted>[^"]*)"|(?<bare>[^\s"]*[^\s"?!,;]))/giu;

export interface FilterContext {
  readonly names: KnownNames;
  readonly language: Language;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** A filter and how it is shown. */
export type LabelledFilter = Pick<ParsedFilter, "chip" | "filter">;

/** A filter read from the stretch `[start, end)` of a question. */
export interface ParsedFilter {
  readonly start: number;
  readonly end: number;
  readonly chip: FilterChip;
  readonly filter: Filter;
}

/** Filters written as `source:jira`, `from:priya`, `in:#launch`, `type:mail`, `after:2026-10-01`, `before:`. */
export function parseExplicitFilters(question: string, context: FilterContext): readonly ParsedFilter[] {
  return [...question.matchAll(KEY_VALUE)].flatMap((match) => {
    const { key = "", quoted, bare = "" } = match.groups ?? {};
    const filterKey = context.language.filters.keys.get(key.toLowerCase());
    const found = filterKey && toFilter(filterKey, quoted ?? bare, context);
    return found ? [{ ...found, start: match.index, end: match.index + match[0].length }] : [];
  });
}

function toFilter(
  key: FilterKey,
  value: string,
  { names, language, now }: FilterContext,
): LabelledFilter | undefined {
  switch (key) {
    case "source":
      return sourceFilter(value, names);
    case "author":
      return authorFilter(value, names);
    case "container":
      return containerFilter(value, names);
    case "type":
      return typeFilter(value, language);
    default: {
      const time = language.filters.parseTimeBound(key, value, now);
      return time && timeFilter(time, language);
    }
  }
}

export function sourceFilter(words: string, names: KnownNames): LabelledFilter | undefined {
  const found = matchSources(words, names.sources);
  if (found.length === 0) return undefined;
  const label = found.map((source) => source.label).join(", ");
  return { chip: createChip("source", label), filter: { sourceIds: found.map(({ id }) => id) } };
}

export function authorFilter(words: string, names: KnownNames): LabelledFilter | undefined {
  const authors = matchNames(words, names.authors);
  if (authors.length === 0) return undefined;
  return { chip: createChip("author", authors.join(", ")), filter: { authors } };
}

export function containerFilter(words: string, names: KnownNames): LabelledFilter | undefined {
  const containers = matchNames(words, names.containers);
  if (containers.length === 0) return undefined;
  return { chip: createChip("container", containers.join(", ")), filter: { containers } };
}

export function timeFilter(
  range: { readonly after?: number; readonly before?: number },
  { sentences }: Language,
): LabelledFilter {
  const { after, before } = range;
  const filter: Filter = {
    ...(after !== undefined && { updatedAfter: after }),
    ...(before !== undefined && { updatedBefore: before }),
  };
  return { chip: createChip("time", sentences.timeRange(range)), filter };
}

function typeFilter(value: string, { filters }: Language): LabelledFilter | undefined {
  const type = filters.documentTypes.get(value.toLowerCase());
  return type && { chip: createChip("type", type), filter: { types: [type] } };
}

function createChip(field: FilterChip["field"], label: string): FilterChip {
  return { id: `${field}:${label.toLowerCase()}`, field, label };
}
