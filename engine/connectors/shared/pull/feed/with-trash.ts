import type { Connector, ConnectorContext } from "../../../connector";

export interface TrashOptions {
  readonly known: ConnectorContext["known"];
  /** Ids of items that were lately thrown away, as many as one request gives. */
  listTrash(signal: AbortSignal): Promise<readonly string[]>;
}

/**
 * A feed that looks into the vendor's trash at the end of every pass, so that what was deleted is gone from the
 * answers long before all ids are listed again. What the ledger does not have is passed over.
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
