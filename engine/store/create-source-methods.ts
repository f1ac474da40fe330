import { Dexie } from "dexie";
import { NotFoundError } from "../errors/not-found-error";
import { withoutUndefined } from "../util/without-undefined";
import { deleteAnswersCiting } from "./delete-answers-citing";
import type { Database } from "./schema";
import type { IngestStore } from "./store";
import { writeTransaction } from "./write-transaction";

type SourceMethods = "addSource" | "getSource" | "listSources" | "updateSource" | "removeSource";

/** Rows of configured sources; lists are ordered oldest first. */
export function createSourceMethods(database: Database): Pick<IngestStore, SourceMethods> {
  const { sources } = database;
  return {
    addSource: (source) =>
      writeTransaction(database, [sources], async () => void (await sources.add(source))),
    getSource: (sourceId) => sources.get(sourceId),
    listSources: async () => {
      const rows = await sources.toArray();
      return rows.sort((a, b) => a.addedAt - b.addedAt || (a.id < b.id ? -1 : 1));
    },
    updateSource: (sourceId, patch) =>
      writeTransaction(database, [sources], async () => {
        const source = await sources.get(sourceId);
        if (source === undefined) {
          throw new NotFoundError(`Cannot change source "${sourceId}": it was removed`);
        }
        await sources.put(withoutUndefined({ ...source, ...patch }));
      }),
    removeSource: (sourceId) => removeSource(database, sourceId),
  };
}

async function removeSource(database: Database, sourceId: string): Promise<void> {
  const { sources, ledger, tallies, queue, contents, documents, limits, findings, chats, turns } = database;
  const tables = [sources, ledger, tallies, queue, contents, documents, limits, findings, chats, turns];
  await writeTransaction(database, tables, async () => {
    const items = ledger
      .where("[sourceId+itemId]")
      .between([sourceId, Dexie.minKey], [sourceId, Dexie.maxKey]);
    const stored = (await items.toArray()).flatMap((row) => row.documentId ?? []);
    const waiting = await queue.where("sourceId").equals(sourceId).toArray();
    const seqs = waiting.map((row) => row.seq);
    const documentIds = new Set([...stored, ...waiting.flatMap((row) => row.documentIds)]);
    await Promise.all([
      sources.delete(sourceId),
      items.delete(),
      tallies.delete(sourceId),
      limits.delete(sourceId),
      findings.where("sourceId").equals(sourceId).delete(),
      documents.bulkDelete(stored),
      queue.bulkDelete(seqs),
      contents.bulkDelete(seqs),
      deleteAnswersCiting(database, sourceId),
    ]);
    // The entry lists document ids, so that it does not affect a source that is added again under the same id.
    await queue.add({ sourceId, operation: "purge", documentIds: [...documentIds] });
  });
}
