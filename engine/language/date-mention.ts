/** A stretch `[start, end)` of a text that names a date; `from` inclusive and `to` exclusive in milliseconds since the epoch. */
export interface DateMention {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
  readonly unit: "day" | "month" | "quarter" | "year";
}
