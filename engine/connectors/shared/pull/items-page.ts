import type { ItemsPage } from "../../../model/pull-page";

/** A page without items. */
export const EMPTY_ITEMS: ItemsPage = { documents: [], deletions: [], failures: [] };

/** Merges pages in their order; an absent list counts as empty. */
export function mergeItems(pages: readonly Partial<ItemsPage>[]): ItemsPage {
  return {
    documents: pages.flatMap(({ documents = [] }) => documents),
    deletions: pages.flatMap(({ deletions = [] }) => deletions),
    failures: pages.flatMap(({ failures = [] }) => failures),
  };
}
