import type { SoakVendor } from "../vendor/create-soak-vendor";
import { atMost, type Claim } from "./claim";

export interface Outcome {
  readonly ledgerIds: readonly string[];
  /** Whether what came of the item has this fingerprint, as far as that can be told. */
  readonly isCurrent: (itemId: string, fingerprint: string) => boolean;
  /** Versions of items that were committed more than once. */
  readonly doubled?: number;
  readonly failed: number;
  readonly kills: number;
}

/** The vendor's truth beside what came of it. */
export function contentClaims(vendor: SoakVendor, outcome: Outcome): readonly Claim[] {
  const { ledgerIds, isCurrent, doubled, failed, kills } = outcome;
  const truth = vendor.truth();
  const had = new Set(ledgerIds);
  const lost = [...truth.keys()].filter((id) => !had.has(id)).length;
  const left = ledgerIds.filter((id) => !truth.has(id)).length;
  const stale = [...truth].filter(([id, print]) => had.has(id) && !isCurrent(id, print)).length;
  return [
    atMost("items lost", lost, 0),
    atMost("items that are gone at the vendor and still here", left, 0),
    atMost("items that could not be read", failed, 0),
    atMost("items in another version than the vendor's", stale, 0),
    ...(doubled === undefined ? [] : [atMost("versions committed twice", doubled, 0)]),
    atMost("pages of the walk read again", repeatedPages(vendor), kills),
  ];
}

/** A kill may cost the page that was being read, and no more. */
function repeatedPages({ log }: SoakVendor): number {
  const pages = log.flatMap(({ path, query }) =>
    query.includes("sort=updated") && !query.includes("since=") ? [path + query] : [],
  );
  return pages.length - new Set(pages).size;
}
