import { NotFoundError } from "../../errors/not-found-error";
import type { SyncDeps, WithoutRun } from "./source-run";

export interface RetryItemDeps extends SyncDeps {
  readonly withoutRun: WithoutRun;
  readonly syncNow: (sourceId: string) => Promise<void>;
}

/**
 * Retries one item for the person. A connector that can fetch items fetches it at once, concurrently with a run of
 * its source: only the item is written. For any other connector, the item's version is cleared and the source is read
 * from the beginning, which delivers this item and skips the rest.
 */
export async function retryItem(
  { store, clock, makeConnector, onChange, withoutRun, syncNow }: RetryItemDeps,
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
  await withoutRun(sourceId, async (ended) => {
    await ended;
    await store.clearVersion(sourceId, itemId);
    await store.updateSource(sourceId, { cursor: undefined, dueAt: clock.now() });
  });
  await syncNow(sourceId);
}
