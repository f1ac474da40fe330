import type { SegmentSet } from "../segment-set";
import { encodeTerm, findTerm } from "./dictionary";

/** A term looked up in every segment. */
export interface FoundTerm {
  readonly term: string;
  /** Its number in each segment's dictionary, -1 where it does not occur. */
  readonly numbers: readonly number[];
  /** Live rows that contain it. */
  readonly frequency: number;
}

/** A term and its weight in one query. */
export interface WeightedTerm extends FoundTerm {
  readonly weight: number;
}

export function lookUpTerm(term: string, { segments }: SegmentSet): FoundTerm {
  const key = encodeTerm(term);
  let frequency = 0;
  const numbers = segments.map((segment) => {
    const number = findTerm(segment.keywords.dictionary, key);
    if (number >= 0) frequency += segment.frequencyOf(number);
    return number;
  });
  return { term, numbers, frequency };
}
