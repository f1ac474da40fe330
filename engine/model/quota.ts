/** The vendor's report of the remaining quota. */
export interface Quota {
  readonly limit: number;
  readonly left: number;
  /** Milliseconds since the epoch. */
  readonly resetsAt?: number;
}
