/**
 * Limits that only end what hangs, in milliseconds. They are far beyond what the slowest machine needs, so that no
 * test depends on how fast a machine is.
 */
export const HANG_LIMITS = {
  /** One test with its hooks. */
  test: 10 * 60_000,
  /** What a test waits to see: an assertion that is asked again, a condition. */
  expectation: 2 * 60_000,
  /** A click, a page load, an event of the browser. */
  action: 2 * 60_000,
  /** The start of the browser. */
  launch: 5 * 60_000,
  /** One answer in the panel, written by a model perhaps. */
  answer: 10 * 60_000,
  /** Indexing in which nothing moves. */
  stall: 5 * 60_000,
} as const;
