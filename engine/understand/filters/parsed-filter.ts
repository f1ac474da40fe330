import type { FilterChip } from "../../model/answer";
import type { Filter } from "../../model/filter";

/** A filter read from the stretch `[start, end)` of a question. */
export interface ParsedFilter {
  readonly start: number;
  readonly end: number;
  readonly chip: FilterChip;
  readonly filter: Filter;
  /** Written as `key:value`, which can mean nothing else. */
  readonly isExplicit: boolean;
}
