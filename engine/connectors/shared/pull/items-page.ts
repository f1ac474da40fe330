import type { ItemsPage } from "../../../model/pull-page";

/** A page without anything in it. */
export const EMPTY_ITEMS: ItemsPage = { documents: [], deletions: [], failures: [] };

/** One page with everything of these pages, in their order; an absent list is an empty one. */
export function mergeItems(pages: readonly Partial<ItemsPage>[]): ItemsPage {
  return {
    documents: pages.flatMap(({ documents = [] }) => documents),
    deletions: pages.flatMap(({ deletions = [] }) => deletions),
    failures: pages.flatMap(({ failures = [] }) => failures),
  };
}
