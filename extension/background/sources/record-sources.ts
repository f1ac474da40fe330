import type { IngestStore } from "../../../engine/store/store";
import { once } from "../../../engine/util/once";
import type { RecordedSource, SourceRecord } from "../../platform/source-record";

/**
 * The same store, whose sources are recorded outside the database. A database that Chrome has lost is replaced by an
 * empty one under another id: the sources recorded for the old one are then lost. The id decides, not the number of
 * sources, so that neither a removal nor an end between two writes looks like a loss. A record that cannot be written
 * fails nothing: it is written again after the next start.
 */
export function recordSources(store: IngestStore, record: SourceRecord): IngestStore {
  let last: Promise<unknown> = Promise.resolve();

  /** One at a time, so that the record follows the database. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work);
    last = Promise.allSettled([done]);
    return done;
  }

  const check = once(() => inTurn(() => updateRecord(store, record)));
  const afterwards = async (changed: Promise<void>) => {
    await changed;
    await inTurn(() => updateRecord(store, record)).catch((error) => reportError(error));
  };
  return {
    ...store,
    listSources: async () => {
      // Before anything else is known of the sources. Where the store cannot be read, the list rejects as well.
      await check().catch(() => {});
      return store.listSources();
    },
    addSource: (source) => afterwards(store.addSource(source)),
    removeSource: (sourceId) => afterwards(store.removeSource(sourceId)),
    updateSource: (sourceId, patch) => {
      const changed = store.updateSource(sourceId, patch);
      return patch.label === undefined ? changed : afterwards(changed);
    },
    clear: () =>
      afterwards(
        inTurn(async () => {
          // Before the database gets another id.
          await record.clear();
          await store.clear();
        }),
      ),
  };
}

async function updateRecord(store: IngestStore, record: SourceRecord): Promise<void> {
  const databaseId = await store.databaseId(crypto.randomUUID());
  const sources = (await store.listSources()).map(({ connectorId, label }) => ({ connectorId, label }));
  const [before, lostBefore] = await Promise.all([record.read(), record.readLost()]);
  const lost = before === undefined || before.databaseId === databaseId ? [] : before.sources;
  // A source that was added again is no longer lost.
  const has = new Set(sources.map(toKey));
  await record.write(
    { databaseId, sources },
    uniqueByKey([...lostBefore, ...lost]).filter((source) => !has.has(toKey(source))),
  );
}

function uniqueByKey(sources: readonly RecordedSource[]): readonly RecordedSource[] {
  return [...new Map(sources.map((source) => [toKey(source), source])).values()];
}

function toKey({ connectorId, label }: RecordedSource): string {
  return JSON.stringify([connectorId, label]);
}
