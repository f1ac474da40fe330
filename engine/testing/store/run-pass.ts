import type { ConnectorContext, ConnectorDefinition } from "../../connectors/connector";
import type { PullPage } from "../../model/pull-page";
import type { SourceDocument } from "../../model/source-document";
import type { Store } from "../../store/store";

export interface PassOptions {
  readonly definition: ConnectorDefinition;
  readonly context: ConnectorContext;
  readonly store: Store;
  readonly signal?: AbortSignal;
  /** True: items that pulling missed are not fetched by their listed ids. */
  readonly pullOnly?: boolean;
  /** Called with every page before and after its commit; a throw is a kill at that moment. */
  readonly onPage?: (moment: "pulled" | "committed", pages: number) => void;
}

/** No source of a test has this many pages: its connector does not terminate. */
const MAX_PAGES = 1_000;

/**
 * One sync of a source with a new connector, as sync does it: pull and commit to the end, prune, and fetch listed items
 * that are not known. Returns the committed pages.
 */
export async function runPass(options: PassOptions): Promise<readonly PullPage[]> {
  const {
    definition,
    context,
    store,
    onPage,
    pullOnly = false,
    signal = new AbortController().signal,
  } = options;
  const sourceId = context.source.id;
  const connector = definition.create(context);
  const pages: PullPage[] = [];
  let cursor = (await store.getSource(sourceId))?.cursor;
  for (let done = false; !done; ) {
    if (pages.length === MAX_PAGES) throw new Error("The connector does not come to an end");
    const page = await connector.pull(cursor, signal);
    onPage?.("pulled", pages.length + 1);
    await store.commitPage(sourceId, page);
    pages.push(page);
    onPage?.("committed", pages.length);
    ({ cursor, done } = page);
  }
  if (!connector.listIds || pullOnly) return pages;
  const listed = await connector.listIds(signal);
  await store.prune(sourceId, listed);
  const known = await store.known(sourceId, listed);
  const unknown = listed.filter((id) => !known.has(id));
  if (!connector.fetchItems || unknown.length === 0) return pages;
  const found = await connector.fetchItems(unknown, signal);
  await store.commitItems(sourceId, found);
  return [...pages, { ...found, cursor: cursor ?? "", done: true }];
}

/** The documents for the engine: the newest version of every delivered item, by id. */
export async function deliveredDocuments(store: Store): Promise<ReadonlyMap<string, SourceDocument>> {
  const entries = await store.takePending({ entries: 100_000, bytes: 2 ** 40 });
  return new Map(
    entries.flatMap((entry) => (entry.operation === "put" ? [[entry.itemId, entry.document] as const] : [])),
  );
}
