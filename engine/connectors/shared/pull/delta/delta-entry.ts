import type { ItemFailure, ItemsPage, KnownItem, TouchedItem } from "../../../../model/pull-page";

/** One line of a vendor's list or change feed. */
export type DeltaEntry<Item> =
  | {
      readonly kind: "item";
      readonly id: string;
      readonly item: Item;
      /** The one its document, or its failure, will carry; absent when only fetching the item tells. */
      readonly version?: string;
    }
  | { readonly kind: "gone"; readonly id: string }
  /** It can be named, but not read. */
  | { readonly kind: "failure"; readonly id: string; readonly failure: ItemFailure };

/** What came of a page's items. */
export interface DeliveredItems extends ItemsPage {
  readonly touched?: readonly TouchedItem[];
  /** True when it stopped early, after one item at least: the same page is asked for again. */
  readonly more?: boolean;
}

/** Makes documents of items. Only items whose entry has a version may be left for the next time. */
export type DeliverItems<Item> = (items: readonly Item[], signal: AbortSignal) => Promise<DeliveredItems>;

/** What there is to say of the entries, of which the last counts for each id, given what the ledger knows. */
export async function deliverEntries<Item>(
  entries: readonly DeltaEntry<Item>[],
  {
    known,
    deliver,
    signal,
  }: {
    readonly known: ReadonlyMap<string, KnownItem>;
    readonly deliver: DeliverItems<Item>;
    readonly signal: AbortSignal;
  },
): Promise<DeliveredItems> {
  const last = [...new Map(entries.map((entry) => [entry.id, entry])).values()];
  const items = last.filter(
    (entry) =>
      entry.kind === "item" &&
      (entry.version === undefined || known.get(entry.id)?.version !== entry.version),
  );
  const delivered = await deliver(
    items.flatMap((entry) => (entry.kind === "item" ? [entry.item] : [])),
    signal,
  );
  const gone = last.flatMap(({ kind, id }) => (kind === "gone" ? [id] : []));
  const failures = last.flatMap((entry) =>
    entry.kind === "failure" && known.get(entry.id)?.version !== entry.failure.version ? [entry.failure] : [],
  );
  return {
    ...delivered,
    // Of an item without a version only its document tells that it is what it was.
    documents: delivered.documents.filter(({ id, version }) => known.get(id)?.version !== version),
    deletions: [...gone, ...delivered.deletions].filter((id) => known.has(id)),
    failures: [...failures, ...delivered.failures],
  };
}
