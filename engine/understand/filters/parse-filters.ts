import type { FilterChip } from "../../model/answer";
import type { Filter } from "../../model/filter";
import type { AnyTimeQuestion } from "../query-understanding";
import { uniteFilters } from "./combine-filters";
import { type FilterContext, type ParsedFilter, parseExplicitFilters } from "./parse-explicit-filters";
import { parseNaturalFilters } from "./parse-natural-filters";

export interface FilteredQuestion {
  /** Without the words that became filters. */
  readonly question: string;
  readonly filter: Filter;
  readonly chips: readonly FilterChip[];
  /** The same without the filter on times that the words imply; absent where they imply none. */
  readonly anyTime?: AnyTimeQuestion;
}

export interface FilterOptions extends FilterContext {
  /** Ids of filters that the person removed: the words of an explicit one are dropped, those of an implied one stay. */
  readonly removed: readonly string[];
  /** Whether the index can search for any of these words. */
  readonly hasContentWords: (words: string) => boolean;
}

/** Takes the filters out of a question. The words of implied ones stay where nothing else could be searched for. */
export function parseFilters(question: string, options: FilterOptions): FilteredQuestion {
  const all = parseExplicitFilters(question, options);
  const explicit = all.filter(({ chip }) => !options.removed.includes(chip.id));
  const rest = all.reduce((text, { start, end }) => mask(text, start, end), question);
  const natural = parseNaturalFilters(rest, options).filter(({ chip }) => !options.removed.includes(chip.id));
  const time = natural.find(({ chip }) => chip.field === "time");
  const timeless = natural.filter(({ chip }) => chip.field !== "time");
  return {
    ...apply({ question, rest, explicit, natural }, options),
    ...(time && {
      anyTime: {
        ...withoutChips(apply({ question, rest, explicit, natural: timeless }, options)),
        timeLabel: time.chip.label,
      },
    }),
  };
}

interface ReadFilters {
  readonly question: string;
  /** The question without the words of explicit filters. */
  readonly rest: string;
  readonly explicit: readonly ParsedFilter[];
  readonly natural: readonly ParsedFilter[];
}

function apply(
  { question, rest, explicit, natural }: ReadFilters,
  { hasContentWords }: FilterOptions,
): Omit<FilteredQuestion, "anyTime"> {
  const found = [...explicit, ...natural].sort((a, b) => a.start - b.start);
  const bare = normaliseSpacing(natural.reduce((text, { start, end }) => mask(text, start, end), rest));
  const kept = hasContentWords(bare) ? bare : normaliseSpacing(rest);
  return {
    question: hasContentWords(kept) ? kept : normaliseSpacing(question.replace(/[a-z]+:(?=\S)/gi, "")),
    filter: found.map(({ filter }) => filter).reduce(uniteFilters, {}),
    chips: uniqueChips(found),
  };
}

function withoutChips({ question, filter }: Omit<FilteredQuestion, "anyTime">) {
  return { question, filter };
}

function uniqueChips(found: readonly ParsedFilter[]): readonly FilterChip[] {
  return [...new Map(found.map(({ chip }) => [chip.id, chip])).values()];
}

function mask(text: string, start: number, end: number): string {
  return text.slice(0, start) + " ".repeat(end - start) + text.slice(end);
}

function normaliseSpacing(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .replace(/\s+(?=[?!.,;:])/g, "")
    .replace(/^[\s,;:]+/, "")
    .replace(/,(?=[?!.])/g, "")
    .trim();
}
