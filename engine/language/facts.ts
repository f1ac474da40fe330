/**
 * What a fact states. `amount` counts something that it names ("12 desks"), `number` names nothing; `duration` is a length of
 * time, `time` a time of day.
 */
export type FactKind =
  | "money"
  | "percent"
  | "duration"
  | "amount"
  | "number"
  | "time"
  | "date"
  | "weekday"
  | "phone"
  | "version"
  | "name";

/** A value at the stretch `[start, end)` of a text. */
export interface Fact {
  readonly kind: FactKind;
  /** What an amount counts, in the singular and in lower case. */
  readonly unit?: string;
  /**
   * Normalised: "500 usd", "16:30", "2026-05-14". Leaves open what the text leaves open: "--05-14" without a year, "04:30~"
   * without the half of the day.
   */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** What two statements can contradict each other in. */
export interface Facts {
  readonly isNegated: boolean;
  /** Stretches of the words that negate and affirm: "not", "forbidden", "yes". */
  readonly polarityWords: readonly (readonly [number, number])[];
  /** In the order of the text. */
  readonly facts: readonly Fact[];
}

/** What a question asks for. */
export interface AskedFacts {
  /** Absent when the question does not say it: "What is the limit?". */
  readonly kinds?: ReadonlySet<FactKind>;
  /** What is to be counted, in the singular: "desk" of "How many desks …". */
  readonly unit?: string;
  /** The question can be answered with yes or no. */
  readonly isYesNo: boolean;
}
