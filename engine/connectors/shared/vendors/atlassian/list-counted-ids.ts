import { ReadItemError } from "../../../../errors/read-item-error";
import { paginate } from "../../http/paginate";

/** One page of a list that says how many items there are in all, where the vendor counts. */
export interface CountedPage {
  readonly items: readonly { readonly id: string; readonly updatedAt?: number | undefined }[];
  readonly next?: string | undefined;
  readonly total?: number | undefined;
}

export interface ListCountedIdsOptions {
  /** Ids of items updated before it are left out; milliseconds since the epoch. */
  readonly floor: number | undefined;
  /** The vendor's name and its items, for the sentence: "Jira", "issues". */
  readonly from: string;
  readonly items: string;
}

/**
 * Ids of all items of a list. Rejects with ReadItemError when items came or went meanwhile, for then one may be
 * missing from it.
 */
export async function listCountedIds(
  list: (token: string | undefined) => Promise<CountedPage>,
  { floor = 0, from, items: name }: ListCountedIdsOptions,
): Promise<readonly string[]> {
  const found = new Set<string>();
  const excluded = new Set<string>();
  let maxTotal = 0;
  for await (const { items, total = 0 } of paginate(list, ({ next }) => next)) {
    // What does not say when it was updated is there all the same.
    for (const { id, updatedAt = floor } of items) (updatedAt < floor ? excluded : found).add(id);
    maxTotal = Math.max(maxTotal, total);
  }
  if (found.size + excluded.size < maxTotal)
    throw new ReadItemError(`Cannot tell which ${name} are gone: ${from}'s list changed while it was read`);
  return [...found];
}
