import { NotFoundError } from "../../errors/not-found-error";
import type { SyncDeps } from "./source-run";

export interface RetryItemDeps extends SyncDeps {
  readonly cancel: (sourceId: string) => Promise<void>;
  readonly syncNow: (sourceId: string) => Promise<void>;
}

/**
 * Tries one item again, because the person asked. A connector that can fetch items does so at once, beside
 * whatever its source is doing: nothing but the item is written. Of any other the version is forgotten and the
 * source gone through from the beginning, which delivers this item and passes over the rest.
 */
export async function retryItem(
  { store, clock, makeConnector, onChange, cancel, syncNow }: RetryItemDeps,
  sourceId: string,
  itemId: string,
): Promise<void> {
  const source = await store.getSource(sourceId);
  if (source === undefined)
    throw new NotFoundError(`Cannot retry an item of source "${sourceId}": it was removed`);
  const { connector } = makeConnector(source);
  if (connector.fetchItems) {
    const items = await connector.fetchItems([itemId], new AbortController().signal);
    await store.commitItems(sourceId, items);
    onChange();
    return;
  }
  await cancel(sourceId);
  await store.clearVersion(sourceId, itemId);
  await store.updateSource(sourceId, { cursor: undefined, dueAt: clock.now() });
  await syncNow(sourceId);
}
