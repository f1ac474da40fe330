import type { Connector, ConnectorContext } from "../../../connector";

export interface TrashOptions {
  readonly known: ConnectorContext["known"];
  /** Ids of recently deleted items, as many as one request returns. */
  listTrash(signal: AbortSignal): Promise<readonly string[]>;
}

/**
 * Wraps a feed so that it reads the vendor's trash at the end of every pass. Deleted items then leave the answers
 * long before all ids are listed again. Items that the ledger does not have are ignored.
 */
export function withTrash(
  feed: Pick<Connector, "pull">,
  { known, listTrash }: TrashOptions,
): Pick<Connector, "pull"> {
  return {
    pull: async (cursor, signal) => {
      const page = await feed.pull(cursor, signal);
      if (!page.done) return page;
      const trashed = await listTrash(signal);
      const ledger = await known(trashed);
      const gone = trashed.filter((id) => ledger.has(id));
      const documents = page.documents.filter(({ id }) => !gone.includes(id));
      return { ...page, documents, deletions: [...new Set([...page.deletions, ...gone])] };
    },
  };
}
