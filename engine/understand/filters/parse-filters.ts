import type { FilterChip } from "../../model/answer";
import type { Filter } from "../../model/filter";
import { uniteFilters } from "./combine-filters";
import { type FilterContext, parseExplicitFilters } from "./parse-explicit-filters";
import { parseNaturalFilters } from "./parse-natural-filters";
import type { ParsedFilter } from "./parsed-filter";

export interface FilteredQuestion {
  /** Without the words that are filters now. */
  readonly question: string;
  readonly filter: Filter;
  readonly chips: readonly FilterChip[];
}

export interface FilterOptions extends FilterContext {
  /** Ids of filters the person took away: what was typed is dropped, what was meant stays a part of the question. */
  readonly removed: readonly string[];
  /** Whether anything in these words can be searched for. */
  readonly hasContentWords: (words: string) => boolean;
}

/** Takes the filters out of a question. Where nothing to search for would be left, the words of meant ones stay. */
export function parseFilters(question: string, options: FilterOptions): FilteredQuestion {
  const all = parseExplicitFilters(question, options);
  const explicit = all.filter(({ chip }) => !options.removed.includes(chip.id));
  const rest = all.reduce((text, { start, end }) => mask(text, start, end), question);
  const natural = parseNaturalFilters(rest, options).filter(({ chip }) => !options.removed.includes(chip.id));
  const found = [...explicit, ...natural].sort((a, b) => a.start - b.start);
  const bare = normaliseSpacing(natural.reduce((text, { start, end }) => mask(text, start, end), rest));
  const kept = options.hasContentWords(bare) ? bare : normaliseSpacing(rest);
  return {
    question: options.hasContentWords(kept)
      ? kept
      : normaliseSpacing(question.replace(/[a-z]+:(?=\S)/gi, "")),
    filter: found.map(({ filter }) => filter).reduce(uniteFilters, {}),
    chips: uniqueChips(found),
  };
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
