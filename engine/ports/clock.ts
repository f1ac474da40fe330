/** The time. A port, so that tests can set it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
}
