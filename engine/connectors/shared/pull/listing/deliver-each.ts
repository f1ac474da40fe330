import PQueue from "p-queue";
import { toPlainError } from "../../../../errors/to-plain-error";
import type { KnownItem } from "../../../../model/pull-page";
import type { BatchResult } from "./create-listing-connector";
import type { Delivery } from "./delivery";

/** The fields that a ledger row of a failure needs. */
export interface ListedItem {
  readonly id: string;
  readonly title: string;
  readonly url: string;
}

export interface DeliverEachOptions<Item> {
  /** Number of items processed concurrently. */
  readonly concurrency: number;
  readonly signal: AbortSignal;
  deliver(item: Item, known: KnownItem | undefined): Promise<Delivery | undefined>;
}

/**
 * Delivers a whole batch, a few items concurrently, in the batch's order. An item that throws becomes a failure and
 * is retried in the next pass; only an abort and a revoked permission end the batch.
 */
export async function deliverEach<Item extends ListedItem>(
  batch: { readonly items: readonly Item[]; readonly known: ReadonlyMap<string, KnownItem> },
  options: DeliverEachOptions<Item>,
): Promise<BatchResult> {
  const queue = new PQueue({ concurrency: options.concurrency });
  const deliveries = await Promise.all(
    batch.items.map((item) => queue.add(() => deliverSafely(item, batch.known.get(item.id), options))),
  );
  return { taken: batch.items.length, deliveries: deliveries.filter((delivery) => delivery !== undefined) };
}

/** The version of an item that could not be read. No item has it, so the next pass tries again. */
const UNREAD_VERSION = "unread";

async function deliverSafely<Item extends ListedItem>(
  item: Item,
  known: KnownItem | undefined,
  options: DeliverEachOptions<Item>,
): Promise<Delivery | undefined> {
  options.signal.throwIfAborted();
  try {
    return await options.deliver(item, known);
  } catch (error) {
    const { code, message } = toPlainError(error);
    if (options.signal.aborted || code === "permission") throw error;
    if (known?.version === UNREAD_VERSION) return undefined;
    const { id, title, url } = item;
    const failure = {
      id,
      title,
      url,
      version: UNREAD_VERSION,
      outcome: "failed",
      code,
      reason: message,
    } as const;
    return { kind: "failure", failure };
  }
}
