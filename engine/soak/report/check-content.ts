import type { SoakVendor } from "../vendor/create-soak-vendor";
import { checkAtMost, type SoakCheck } from "./soak-check";

export interface SoakOutcome {
  readonly ledgerIds: readonly string[];
  /** True when the item has this fingerprint, as far as this can be determined. */
  readonly isCurrent: (itemId: string, fingerprint: string) => boolean;
  /** Versions of items that were committed more than once. */
  readonly duplicateCommits?: number;
  readonly failed: number;
  readonly kills: number;
}

/** Compares the result with the vendor's data. */
export function checkContent(vendor: SoakVendor, outcome: SoakOutcome): readonly SoakCheck[] {
  const { ledgerIds, isCurrent, duplicateCommits, failed, kills } = outcome;
  const expected = vendor.expectedFingerprints();
  const ledgered = new Set(ledgerIds);
  const lost = [...expected.keys()].filter((id) => !ledgered.has(id)).length;
  const leftover = ledgerIds.filter((id) => !expected.has(id)).length;
  const stale = [...expected].filter(([id, print]) => ledgered.has(id) && !isCurrent(id, print)).length;
  return [
    checkAtMost("items lost", lost, 0),
    checkAtMost("items that are gone at the vendor and still here", leftover, 0),
    checkAtMost("items that could not be read", failed, 0),
    checkAtMost("items in another version than the vendor's", stale, 0),
    ...(duplicateCommits === undefined ? [] : [checkAtMost("versions committed twice", duplicateCommits, 0)]),
    checkAtMost("pages of the walk read again", repeatedPages(vendor), kills),
  ];
}

/** A kill may repeat the page that was being read, and nothing else. */
function repeatedPages({ log }: SoakVendor): number {
  const pages = log.flatMap(({ path, query }) =>
    query.includes("sort=updated") && !query.includes("since=") ? [path + query] : [],
  );
  return pages.length - new Set(pages).size;
}
