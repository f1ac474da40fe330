import { ReadItemError } from "../../../../errors/read-item-error";
import { paginate } from "../../http/paginate";

/** One page of a list, with the total number of items where the vendor reports it. */
export interface CountedPage {
  readonly items: readonly { readonly id: string; readonly updatedAt?: number | undefined }[];
  readonly next?: string | undefined;
  readonly total?: number | undefined;
}

export interface ListCountedIdsOptions {
  /** Items updated before this are left out; milliseconds since the epoch. */
  readonly floor: number | undefined;
  /** The vendor's name and its items, for the message: "Jira", "issues". */
  readonly from: string;
  readonly items: string;
}

/**
 * Ids of all items of a list. Rejects with ReadItemError when items were added or removed meanwhile, because one may
 * then be missing.
 */
export async function listCountedIds(
  list: (token: string | undefined) => Promise<CountedPage>,
  { floor = 0, from, items: name }: ListCountedIdsOptions,
): Promise<readonly string[]> {
  const found = new Set<string>();
  const excluded = new Set<string>();
  let maxTotal = 0;
  for await (const { items, total = 0 } of paginate(list, ({ next }) => next)) {
    // An item without a modification time is kept.
    for (const { id, updatedAt = floor } of items) (updatedAt < floor ? excluded : found).add(id);
    maxTotal = Math.max(maxTotal, total);
  }
  if (found.size + excluded.size < maxTotal)
    throw new ReadItemError(`Cannot tell which ${name} are gone: ${from}'s list changed while it was read`);
  return [...found];
}
