import type { Connector } from "../connectors/connector";
import { type PlainError, toPlainError } from "../errors/to-plain-error";
import { changeSource } from "./change-source";
import { priorityOf } from "./priority-of";
import type { Running, RunParts, SourceRun } from "./run-source";

/** Items that are listed but unknown: fetched in batches, and no more than these after one pass. */
const BATCH = 25;
const MOST_FETCHED = 500;

/**
 * Brings the ledger in line with `listIds`, when it is time: what is not listed any more is deleted, and what is
 * listed but was missed is fetched. A list that cannot be read whole changes nothing; the reason is given back.
 */
export async function followListing(
  parts: RunParts,
  running: Running,
  run: SourceRun,
): Promise<PlainError | undefined> {
  const { store, clock } = parts;
  const { source, connector, pruneMinutes, signal } = running;
  const now = clock.now();
  const sincePruned = now - (source.prunedAt ?? Number.NEGATIVE_INFINITY);
  if (!connector.listIds || sincePruned < (pruneMinutes ?? 0) * 60_000) return undefined;
  const listed = await list(connector.listIds, signal);
  if ("problem" in listed) return listed.problem;
  await store.prune(source.id, listed.ids);
  await fetchMissed(parts, { ...running, listed: listed.ids }, run);
  if (pruneMinutes !== undefined) await changeSource(parts, source.id, { prunedAt: now });
  return undefined;
}

/**
 * Before a connected source is gone through from the beginning: whatever the settings, which may be narrower than
 * they were, do not include any more goes first, so that nothing the person has taken out goes on answering for as
 * long as the walk takes. The vendor's list says what is left; without one the source is read anew from nothing.
 */
export async function beginAnew({ store }: RunParts, { source, connector, signal }: Running): Promise<void> {
  if ((await store.counts(source.id)).found === 0) return;
  const listed = connector.listIds ? await list(connector.listIds, signal) : { ids: [] };
  // Where the list lacks something, the one after the walk decides.
  if ("ids" in listed) await store.prune(source.id, listed.ids);
}

async function list(
  listIds: NonNullable<Connector["listIds"]>,
  signal: AbortSignal,
): Promise<{ readonly ids: readonly string[] } | { readonly problem: PlainError }> {
  try {
    const ids = await listIds(signal);
    signal.throwIfAborted();
    return { ids };
  } catch (thrown) {
    const problem = toPlainError(thrown);
    if (problem.code !== "read-item") throw thrown;
    return { problem };
  }
}

/** Items that slipped through the walk: changed while it passed, or out of reach just then. */
async function fetchMissed(
  { store, pages, onChange }: RunParts,
  { source, connector, signal, listed }: Running & { readonly listed: readonly string[] },
  run: SourceRun,
): Promise<void> {
  const { fetchItems } = connector;
  if (!fetchItems) return;
  const known = await store.known(source.id, listed);
  const missed = listed.filter((id) => !known.has(id)).slice(0, MOST_FETCHED);
  for (let from = 0; from < missed.length; from += BATCH) {
    const wish = { sourceId: source.id, priority: () => priorityOf(run, undefined), signal };
    await pages.run(wish, async (place) => {
      run.place = place;
      const items = await fetchItems(missed.slice(from, from + BATCH), signal);
      signal.throwIfAborted();
      await store.commitItems(source.id, items);
    });
    onChange();
  }
}
