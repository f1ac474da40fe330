import type { ItemFailure, ItemsPage, KnownItem, TouchedItem } from "../../../../model/pull-page";

/** One entry of a vendor's list or change feed. */
export type DeltaEntry<Item> =
  | {
      readonly kind: "item";
      readonly id: string;
      readonly item: Item;
      /** The version of its document or failure; absent when it is known only after fetching the item. */
      readonly version?: string;
    }
  | { readonly kind: "gone"; readonly id: string }
  /** The item can be identified, but not read. */
  | { readonly kind: "failure"; readonly id: string; readonly failure: ItemFailure };

/** The result of delivering a page's items. */
export interface DeliveredItems extends ItemsPage {
  readonly touched?: readonly TouchedItem[];
  /** True when delivery stopped early, after at least one item: the same page is requested again. */
  readonly more?: boolean;
}

/** Makes documents of items. Only items whose entry has a version may be left for the next call. */
export type DeliverItems<Item> = (items: readonly Item[], signal: AbortSignal) => Promise<DeliveredItems>;

/** Delivers the entries, given the ledger. When an id occurs several times, its last entry counts. */
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
    // Without a version in the entry, only the document shows whether the item is unchanged.
    documents: delivered.documents.filter(({ id, version }) => known.get(id)?.version !== version),
    deletions: [...gone, ...delivered.deletions].filter((id) => known.has(id)),
    failures: [...failures, ...delivered.failures],
  };
}
