import type { Source } from "../../model/source";
import type { SourcePatch } from "../../store/store";
import { getPriority } from "../schedule/get-priority";
import { nextDue } from "../schedule/next-due";
import { nextPace } from "../schedule/pace";
import { pruneBeforeResync, reconcileListing } from "./reconcile-listing";
import type { ActiveSource, RequestHooks, RunDeps, SourceRun } from "./source-run";
import { toFailurePatch } from "./to-failure-patch";
import { updateSourceIfExists } from "./update-source-if-exists";

/**
 * Syncs one source and writes the outcome to its row. A failure of the source never rejects; a failure of the store
 * does. After an abort nothing is written: the row stays `syncing`, and the next `syncDue` resumes from the cursor.
 */
export async function runSource(deps: RunDeps, run: SourceRun): Promise<void> {
  const { sourceId, signal } = run;
  const source = await deps.store.getSource(sourceId);
  if (source === undefined || source.state === "paused" || signal.aborted) return;
  const patch = await runPass(deps, source, run);
  if (!signal.aborted) await updateSourceIfExists(deps, sourceId, patch);
}

/** Runs the pass; the patch describes its outcome. */
async function runPass(deps: RunDeps, source: Source, run: SourceRun): Promise<SourcePatch> {
  const { clock } = deps;
  const hooks: RequestHooks = { onRequest: () => run.slot?.release(), budget: { uncommitted: 0 } };
  // When a request of a page fails, the page's other requests must not wait for their turn.
  const passEnd = new AbortController();
  const signal = AbortSignal.any([run.signal, passEnd.signal]);
  let pullPatch: SourcePatch = {};
  try {
    // What the last run failed of may be over; the row says it again if this run fails too.
    await updateSourceIfExists(deps, source.id, { state: "syncing", problem: undefined });
    const { budget } = hooks;
    const active: ActiveSource = { source, signal, budget, ...deps.makeConnector(source, hooks) };
    if (active.connected && source.cursor === undefined) await pruneBeforeResync(deps, active);
    await pullPages(deps, active, run);
    pullPatch = { lastSyncAt: clock.now() };
    const problem = await reconcileListing(deps, active, run);
    const dueAt = nextDue(clock.now(), active.intervalMinutes);
    return { ...pullPatch, state: "idle", dueAt, problem, failedRuns: undefined };
  } catch (thrown) {
    return { ...pullPatch, ...toFailurePatch(deps, source, thrown) };
  } finally {
    passEnd.abort();
  }
}

/** One page at a time, each in its turn among the pages of all sources. */
async function pullPages(
  deps: RunDeps,
  { source, connector, signal, budget }: ActiveSource,
  run: SourceRun,
): Promise<void> {
  const { store, clock, pages } = deps;
  let { cursor, progress, pace = { itemsPerMinute: 0, at: clock.now() } } = source;
  for (;;) {
    const job = { sourceId: source.id, priority: () => getPriority(run, progress), signal };
    const page = await pages.run(job, async (slot) => {
      run.slot = slot;
      const page = await connector.pull(cursor, signal);
      signal.throwIfAborted();
      await store.commitPage(source.id, page);
      return page;
    });
    pace = nextPace(pace, page.documents.length + page.failures.length, clock.now());
    const isBackfill = page.progress?.backfill === true;
    if (isBackfill || source.pace) {
      await updateSourceIfExists(deps, source.id, { pace: isBackfill ? pace : undefined });
    } else {
      deps.onChange();
    }
    if (page.done) return;
    // The next run resumes after this page. After the last page it would start again, so there the budget is kept.
    budget.uncommitted = 0;
    cursor = page.cursor;
    progress = page.progress ?? progress;
  }
}
