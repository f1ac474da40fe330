import type { Connector } from "../../connectors/connector";
import { type PlainError, toPlainError } from "../../errors/to-plain-error";
import { MINUTE_MS } from "../../util/durations";
import { hasElapsed } from "../../util/has-elapsed";
import { getPriority } from "../schedule/get-priority";
import type { ActiveSource, RunDeps, SourceRun } from "./source-run";
import { updateSourceIfExists } from "./update-source-if-exists";

/** Items that are listed but unknown are fetched in batches, up to this number after one pass. */
const BATCH_SIZE = 25;
const MAX_FETCHED_ITEMS = 500;

/**
 * Reconciles the ledger with `listIds` when it is due: items that are not listed are deleted, and listed items that
 * are unknown are fetched. An incomplete list changes nothing; its reason is returned.
 */
export async function reconcileListing(
  deps: RunDeps,
  active: ActiveSource,
  run: SourceRun,
): Promise<PlainError | undefined> {
  const { store, clock } = deps;
  const { source, connector, pruneMinutes, signal } = active;
  const now = clock.now();
  const isPruneDue = hasElapsed(source.prunedAt, (pruneMinutes ?? 0) * MINUTE_MS, now);
  if (!connector.listIds || !isPruneDue) return undefined;
  const listing = await tryListIds(connector.listIds, signal);
  if ("problem" in listing) return listing.problem;
  await store.prune(source.id, listing.ids);
  await fetchMissing(deps, { ...active, listed: listing.ids }, run);
  if (pruneMinutes !== undefined) await updateSourceIfExists(deps, source.id, { prunedAt: now });
  return undefined;
}

/**
 * Prunes a connected source before a resync from the beginning. Items that the new settings exclude are deleted
 * first, so that they do not stay in answers until the walk has ended. The vendor's list decides what stays; without
 * a list, the source is read again from nothing.
 */
export async function pruneBeforeResync(
  { store }: RunDeps,
  { source, connector, signal }: ActiveSource,
): Promise<void> {
  if ((await store.counts(source.id)).found === 0) return;
  const listing = connector.listIds ? await tryListIds(connector.listIds, signal) : { ids: [] };
  // After an incomplete list, the one after the walk decides.
  if ("ids" in listing) await store.prune(source.id, listing.ids);
}

async function tryListIds(
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

/** Fetches items that the walk missed: they changed while it ran, or were unavailable. */
async function fetchMissing(
  { store, pages, onChange }: RunDeps,
  { source, connector, signal, listed }: ActiveSource & { readonly listed: readonly string[] },
  run: SourceRun,
): Promise<void> {
  const { fetchItems } = connector;
  if (!fetchItems) return;
  const known = await store.known(source.id, listed);
  const missing = listed.filter((id) => !known.has(id)).slice(0, MAX_FETCHED_ITEMS);
  for (let from = 0; from < missing.length; from += BATCH_SIZE) {
    const job = { sourceId: source.id, priority: () => getPriority(run, undefined), signal };
    await pages.run(job, async (slot) => {
      run.slot = slot;
      const items = await fetchItems(missing.slice(from, from + BATCH_SIZE), signal);
      signal.throwIfAborted();
      await store.commitItems(source.id, items);
    });
    onChange();
  }
}
