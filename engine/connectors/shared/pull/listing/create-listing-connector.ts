import { ReadItemError } from "../../../../errors/read-item-error";
import type { KnownItem, PullPage } from "../../../../model/pull-page";
import type { Connector, ConnectorContext } from "../../../connector";
import type { Delivery } from "./delivery";

/** All items of a source. */
export interface Listing<Item> {
  /** Each id once, in the order of delivery. */
  readonly items: readonly Item[];
  /** A sentence about why the list is known to lack items. An incomplete list never deletes anything. */
  readonly incomplete?: string;
}

/** The field that every listed item has. */
interface Identified {
  readonly id: string;
}

/** A range of the listing to deliver. */
export interface Batch<List extends Listing<Identified>> {
  readonly items: List["items"];
  readonly known: ReadonlyMap<string, KnownItem>;
  readonly listing: List;
}

/** The result of a batch: how many of its first items were processed, and their deliveries. */
export interface BatchResult {
  readonly taken: number;
  readonly deliveries: readonly Delivery[];
}

export interface ListingOptions<List extends Listing<Identified>> {
  readonly known: ConnectorContext["known"];
  /** Number of items in a batch, and therefore the maximum number of deliveries in a page. */
  readonly batchSize: number;
  list(signal: AbortSignal): Promise<List>;
  /** Must process at least one item. */
  deliver(batch: Batch<List>, signal: AbortSignal): Promise<BatchResult>;
}

/** The cursor between two passes. Within a pass, the cursor is the id of the last processed item. */
const NEXT_PASS = "";

/**
 * Creates a connector for a source that can only be listed as a whole. Each pass walks the listing, compares it with
 * the ledger and delivers the differences in pages. Known versions are never delivered again, so a cursor whose item
 * is gone can start from the front. The source is listed once per pass and process: `listIds` after a pass reuses the
 * listing.
 */
export function createListingConnector<List extends Listing<Identified>>(
  options: ListingOptions<List>,
): Required<Pick<Connector, "pull" | "listIds">> {
  let pass: { readonly listing: List; readonly positions: ReadonlyMap<string, number> } | undefined;

  async function startPass(signal: AbortSignal) {
    const listing = await options.list(signal);
    const positions = new Map(listing.items.map((item, position) => [item.id, position]));
    return { listing, positions };
  }

  async function pull(cursor: string | undefined, signal: AbortSignal): Promise<PullPage> {
    signal.throwIfAborted();
    const after = cursor ?? NEXT_PASS;
    if (after === NEXT_PASS || !pass) pass = await startPass(signal);
    const { listing, positions } = pass;
    let position = (positions.get(after) ?? -1) + 1;
    let deliveries: readonly Delivery[] = [];
    while (position < listing.items.length && deliveries.length === 0) {
      signal.throwIfAborted();
      const items = listing.items.slice(position, position + options.batchSize);
      const known = await options.known(items.map((item) => item.id));
      const result = await options.deliver({ items, known, listing }, signal);
      deliveries = result.deliveries;
      position += result.taken;
    }
    const done = position >= listing.items.length;
    return toPage(deliveries, done ? NEXT_PASS : (listing.items[position - 1]?.id ?? NEXT_PASS), done);
  }

  async function listIds(signal: AbortSignal): Promise<readonly string[]> {
    const { listing } = pass ?? (await startPass(signal));
    pass = undefined;
    if (listing.incomplete) throw new ReadItemError(listing.incomplete);
    return listing.items.map((item) => item.id);
  }

  return { pull, listIds };
}

function toPage(deliveries: readonly Delivery[], cursor: string, done: boolean): PullPage {
  return {
    documents: deliveries.flatMap((delivery) => (delivery.kind === "document" ? [delivery.document] : [])),
    deletions: deliveries.flatMap((delivery) =>
      delivery.kind === "document" && delivery.movedFrom !== undefined ? [delivery.movedFrom] : [],
    ),
    failures: deliveries.flatMap((delivery) => (delivery.kind === "failure" ? [delivery.failure] : [])),
    touched: deliveries.flatMap((delivery) => (delivery.kind === "touched" ? [delivery.item] : [])),
    cursor,
    done,
  };
}
