import { toPlainError } from "../../../../errors/to-plain-error";
import type { ItemsPage } from "../../../../model/pull-page";
import type { SourceDocument } from "../../../../model/source-document";
import { mergeItems } from "../../pull/items-page";

/** The fields that a ledger row needs. */
export interface ItemSummary {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly version: string;
}

/**
 * Makes a document of each item, in order. An item that is not found is a deletion, and one that cannot be read a
 * failure; an error of the whole source rejects.
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

/** Delivers one item in the same way. */
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
