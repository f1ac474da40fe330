import type { TimeRange } from "../../../model/intent";

/** Whether a stretch of time shares a moment with a range. */
export function overlaps(
  { from, to }: { readonly from: number; readonly to: number },
  { after = -Infinity, before = Infinity }: TimeRange = {},
): boolean {
  return to > after && from < before;
}
