import { toPlainError } from "../../errors/to-plain-error";
import type { ItemFailure, ItemsPage } from "../../model/pull-page";
import type { SourceDocument } from "../../model/source-document";

/** What a ledger row needs to name an item. */
export interface NamedItem {
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
    describe(item: Item): NamedItem;
    deliver(item: Item): Promise<SourceDocument>;
  },
): Promise<ItemsPage> {
  const outcomes = await Promise.all(
    items.map(async (item) => {
      try {
        return { document: await deliver(item) };
      } catch (thrown) {
        return { trouble: toTrouble(thrown, describe(item)) };
      }
    }),
  );
  return {
    documents: outcomes.flatMap(({ document }) => document ?? []),
    deletions: outcomes.flatMap(({ trouble }) => (typeof trouble === "string" ? [trouble] : [])),
    failures: outcomes.flatMap(({ trouble }) => (typeof trouble === "object" ? [trouble] : [])),
  };
}

/** The id of an item that is gone, or its failure. */
function toTrouble(thrown: unknown, named: NamedItem): string | ItemFailure {
  const { code, message } = toPlainError(thrown);
  if (code === "not-found") return named.id;
  if (code !== "skip-item" && code !== "read-item") throw thrown;
  return { ...named, outcome: code === "skip-item" ? "skipped" : "failed", code, reason: message };
}
