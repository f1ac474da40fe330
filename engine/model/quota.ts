/** What the vendor says is left of its limit. */
export interface Quota {
  readonly limit: number;
  readonly left: number;
  /** Milliseconds since the epoch. */
  readonly resetsAt?: number;
}
