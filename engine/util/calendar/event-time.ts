/** A time of an event: an instant, the time on a clock, or a day. */
export type EventTime = InstantTime | ClockTime | EventDay;

/** An instant that is read in a time zone. */
export interface InstantTime {
  readonly kind: "instant";
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The name of the zone as its vendor writes it; UTC when absent or unknown. */
  readonly zone?: string;
}

/** The time on a clock. */
export interface ClockTime {
  readonly kind: "clock";
  /** "2026-12-04T14:00" or "2026-12-04T14:00:00". */
  readonly clock: string;
  /** The zone of the clock; a time without one is the same on every clock. */
  readonly zone?: string;
}

/** A whole day, in no zone. */
export interface EventDay {
  readonly kind: "day";
  /** "2026-12-24" */
  readonly day: string;
}
