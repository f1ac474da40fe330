import type { HistoryEntry } from "../../ports/history";
import { withoutFragment } from "../shared/pages/web-address";

/** One entry a page, newest first: addresses that differ only after the `#` are the same page. */
export function dedupeVisits(entries: readonly HistoryEntry[]): readonly HistoryEntry[] {
  const pages = new Map<string, HistoryEntry>();
  for (const entry of entries.toSorted((one, other) => other.lastVisitAt - one.lastVisitAt)) {
    const url = withoutFragment(entry.url);
    const newer = pages.get(url);
    // A visit that was left before the page had loaded has no title; an older visit then lends its own.
    pages.set(url, newer ? { ...newer, title: newer.title || entry.title } : { ...entry, url });
  }
  return [...pages.values()];
}
