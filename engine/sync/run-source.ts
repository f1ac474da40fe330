import type { Connector } from "../connectors/connector";
import type { Source } from "../model/source";
import type { Clock } from "../ports/clock";
import type { Effort } from "../service/service-api";
import type { IngestStore, SourcePatch } from "../store/store";
import type { Wait } from "../util/wait";
import { afterFailure } from "./after-failure";
import { changeSource } from "./change-source";
import { beginAnew, followListing } from "./follow-listing";
import { nextDue } from "./next-due";
import { nextPace } from "./pace";
import type { PageQueue, Place } from "./page-queue";
import { priorityOf } from "./priority-of";

export interface RunnableConnector {
  readonly connector: Connector;
  /** As declared: 0 when events alone keep the source fresh. */
  readonly intervalMinutes: number;
  /** As declared; absent when `listIds` is to run after every pass. */
  readonly pruneMinutes?: number;
  /** True for a source that is signed in to a vendor. */
  readonly connected?: boolean;
}

export interface RunOptions {
  readonly store: IngestStore;
  readonly clock: Clock;
  /** May throw SettingsError when the source cannot be run as it is configured. */
  readonly makeConnector: (source: Source, errand?: Errand) => RunnableConnector;
  readonly wait: Wait;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Something a page shows has changed, or the outbox has work. */
  readonly onChange: () => void;
}

/** What a connector asks its vendor for in one run. */
export interface Errand {
  /** To be called whenever the connector asks. */
  readonly onAsk: () => void;
  readonly effort: Effort;
}

export interface SourceRun {
  readonly sourceId: string;
  readonly signal: AbortSignal;
  /** The person waits for it. */
  askedFor: boolean;
  /** That of its latest page; absent until the first has its turn. */
  place?: Place;
}

/** A source under way. */
export interface Running extends RunnableConnector {
  readonly source: Source;
  readonly effort: Effort;
  /** Aborted with the run, and once it is over. */
  readonly signal: AbortSignal;
}

/** What runs share. */
export interface RunParts extends RunOptions {
  readonly pages: PageQueue;
}

/**
 * Brings one source up to date and writes the outcome into its row. Trouble with the source never rejects;
 * only a store that fails does. Once aborted nothing more is written: the row stays `syncing` and the next
 * `syncDue` goes on from the cursor.
 */
export async function runSource(parts: RunParts, run: SourceRun): Promise<void> {
  const { sourceId, signal } = run;
  const source = await parts.store.getSource(sourceId);
  if (source === undefined || source.state === "paused" || signal.aborted) return;
  const patch = await outcomeOf(parts, source, run);
  if (!signal.aborted) await changeSource(parts, sourceId, patch);
}

/** Runs the pass; the patch says how it ended. */
async function outcomeOf(parts: RunParts, source: Source, run: SourceRun): Promise<SourcePatch> {
  const { clock } = parts;
  const errand: Errand = { onAsk: () => run.place?.release(), effort: { asked: 0 } };
  // Requests that others of the same page have failed must not wait for their turn any more.
  const over = new AbortController();
  const signal = AbortSignal.any([run.signal, over.signal]);
  let read: SourcePatch = {};
  try {
    await changeSource(parts, source.id, { state: "syncing" });
    const { effort } = errand;
    const runnable: Running = { source, signal, effort, ...parts.makeConnector(source, errand) };
    if (runnable.connected && source.cursor === undefined) await beginAnew(parts, runnable);
    await pullPages(parts, runnable, run);
    read = { lastSyncAt: clock.now() };
    const problem = await followListing(parts, runnable, run);
    const dueAt = nextDue(clock.now(), runnable.intervalMinutes);
    return { ...read, state: "idle", dueAt, problem, failedRuns: undefined };
  } catch (thrown) {
    return { ...read, ...afterFailure(parts, source, thrown) };
  } finally {
    over.abort();
  }
}

/** One page at a time, each in its turn among the pages of all sources. */
async function pullPages(
  parts: RunParts,
  { source, connector, signal, effort }: Running,
  run: SourceRun,
): Promise<void> {
  const { store, clock, pages } = parts;
  let { cursor, progress, pace = { itemsPerMinute: 0, at: clock.now() } } = source;
  for (;;) {
    const wish = { sourceId: source.id, priority: () => priorityOf(run, progress), signal };
    const page = await pages.run(wish, async (place) => {
      run.place = place;
      const page = await connector.pull(cursor, signal);
      signal.throwIfAborted();
      await store.commitPage(source.id, page);
      return page;
    });
    pace = nextPace(pace, page.documents.length + page.failures.length, clock.now());
    const isBackfill = page.progress?.backfill === true;
    if (isBackfill || source.pace) {
      await changeSource(parts, source.id, { pace: isBackfill ? pace : undefined });
    } else {
      parts.onChange();
    }
    if (page.done) return;
    // After the last one the next run would begin anew; from here on it goes on.
    effort.asked = 0;
    cursor = page.cursor;
    progress = page.progress ?? progress;
  }
}
