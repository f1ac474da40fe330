import { toPlainError } from "../../../../errors/to-plain-error";
import type { ItemsPage } from "../../../../model/pull-page";
import type { SourceDocument } from "../../../../model/source-document";
import { mergeItems } from "../../pull/items-page";

/** What a ledger row needs to name an item. */
export interface ItemSummary {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly version: string;
}

/**
 * Makes a document of each item, in order. One that is not found any more is a deletion, one that cannot be read a
 * failure; whatever concerns the source as a whole rejects.
 */
export async function deliverItems<Item>(
  items: readonly Item[],
  {
    describe,
    deliver,
  }: {
    describe(item: Item): ItemSummary;
    deliver(item: Item): Promise<SourceDocument>;
  },
): Promise<ItemsPage> {
  return mergeItems(
    await Promise.all(
      items.map((item) => deliverItem(describe(item), async () => ({ documents: [await deliver(item)] }))),
    ),
  );
}

/** What comes of one item, likewise. */
export async function deliverItem(
  summary: ItemSummary,
  deliver: () => Promise<Partial<ItemsPage>>,
): Promise<Partial<ItemsPage>> {
  try {
    return await deliver();
  } catch (thrown) {
    const { code, message: reason } = toPlainError(thrown);
    if (code === "not-found") return { deletions: [summary.id] };
    if (code !== "skip-item" && code !== "read-item") throw thrown;
    return { failures: [{ ...summary, outcome: code === "skip-item" ? "skipped" : "failed", code, reason }] };
  }
}
