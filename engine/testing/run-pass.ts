import type { ConnectorContext, ConnectorDefinition } from "../connectors/connector";
import type { PullPage } from "../model/pull-page";
import type { SourceDocument } from "../model/source-document";
import type { Store } from "../store/store";

export interface PassOptions {
  readonly definition: ConnectorDefinition;
  readonly context: ConnectorContext;
  readonly store: Store;
  readonly signal?: AbortSignal;
  /** Called with every page before it is committed and once it is; a throw is a kill at that moment. */
  readonly at?: (moment: "pulled" | "committed", pages: number) => void;
}

/**
 * One sync of a source with a fresh connector, as sync does it: pull and commit to the end, then prune. Gives
 * the pages it committed.
 */
export async function runPass(options: PassOptions): Promise<readonly PullPage[]> {
  const { definition, context, store, at, signal = new AbortController().signal } = options;
  const sourceId = context.source.id;
  const connector = definition.create(context);
  const pages: PullPage[] = [];
  let cursor = (await store.getSource(sourceId))?.cursor;
  for (let done = false; !done; ) {
    const page = await connector.pull(cursor, signal);
    at?.("pulled", pages.length + 1);
    await store.commitPage(sourceId, page);
    pages.push(page);
    at?.("committed", pages.length);
    ({ cursor, done } = page);
  }
  if (connector.listIds) await store.prune(sourceId, await connector.listIds(signal));
  return pages;
}

/** What the engine would be given by now: the newest version of every delivered item, by id. */
export async function deliveredDocuments(store: Store): Promise<ReadonlyMap<string, SourceDocument>> {
  const entries = await store.takePending({ entries: 100_000, bytes: 2 ** 40 });
  return new Map(
    entries.flatMap((entry) => (entry.operation === "put" ? [[entry.itemId, entry.document] as const] : [])),
  );
}
