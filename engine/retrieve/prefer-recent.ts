import { DAY_MS } from "../util/durations";
import type { FoundDocument } from "./load-documents";

/** Share of its score that a document loses by its age at most: enough to break ties, too little to outrank a better match. */
const MAX_AGE_PENALTY = 0.03;
const HALF_LIFE_MS = 180 * DAY_MS;

/** Reorders documents of nearly equal score, newer first. `now` in milliseconds since the epoch. */
export function preferRecent(found: readonly FoundDocument[], now: number): readonly FoundDocument[] {
  return found
    .map((entry) => ({ ...entry, score: entry.score * (1 - MAX_AGE_PENALTY * staleness(entry, now)) }))
    .sort((a, b) => b.score - a.score);
}

/** 0 for a document changed now, ½ at the half-life, towards 1 with age. */
function staleness({ document }: FoundDocument, now: number): number {
  return 1 - 0.5 ** (Math.max(0, now - document.updatedAt) / HALF_LIFE_MS);
}
