/** A date, number, amount or telephone number of a text. */
export interface NormalForm {
  readonly start: number;
  readonly end: number;
  /** What is equal for all ways to write it. */
  readonly terms: readonly string[];
  /** What a text says beside it, and a query need not: the currency of an amount. */
  readonly currency?: string;
}
