import { hasCode } from "../errors/error-code";
import type { Clock } from "../ports/clock";
import type { OutboxEntry } from "../store/store";
import { hasElapsed } from "../util/has-elapsed";
import { commitOutcomes } from "./commit-outcomes";
import { type EntryOutcome, type ProcessEntryDeps, processEntry } from "./process-entry";

/** Entries that are taken from the outbox at once. */
const TAKE_LIMITS = { entries: 64, bytes: 8 * 1024 * 1024 };

/** Work between two commits: short, so that progress is visible and a kill loses little. */
const COMMIT_AFTER_MS = 300;

/** Work between two pauses: about a frame, so that a query waits no longer. */
const PAUSE_AFTER_MS = 12;

/** Commits between two merges of a long drain; each commit adds a segment. */
const MERGE_AFTER_COMMITS = 16;

/** Processed documents; deletions are not counted. */
export interface DrainSummary {
  readonly indexed: number;
  readonly skipped: number;
  readonly failed: number;
}

interface PacerDeps {
  readonly clock: Clock;
  /** Lets other tasks of the thread run, such as a query. */
  readonly yieldToOthers: () => Promise<void>;
}

export interface IndexingDeps extends Omit<ProcessEntryDeps, "pace">, PacerDeps {
  /** Called after every commit with the sums of this drain. */
  readonly onProgress: (summary: DrainSummary) => void;
}

export interface Indexing {
  /**
   * Works until the outbox is empty. A document that fails becomes a row in the ledger. A store that fails (QuotaError,
   * StaleIndexError) rejects and leaves the rest in the outbox, as does an abort. A second drain waits for the first,
   * because the index has one writer.
   */
  drain(signal: AbortSignal): Promise<DrainSummary>;
}

export function createIndexing(deps: IndexingDeps): Indexing {
  let last: Promise<unknown> = Promise.resolve();
  return {
    drain: (signal) => {
      const drained = last.then(() => drainOutbox(deps, signal));
      last = Promise.allSettled([drained]);
      return drained;
    },
  };
}

async function drainOutbox(deps: IndexingDeps, signal: AbortSignal): Promise<DrainSummary> {
  const run: DrainRun = { ...deps, pace: createPacer(deps), summary: EMPTY_SUMMARY, commits: 0 };
  for (;;) {
    signal.throwIfAborted();
    const entries = await deps.store.takePending(TAKE_LIMITS);
    if (entries.length === 0) break;
    try {
      await processEntries(run, entries, signal);
    } catch (thrown) {
      if (!hasCode(thrown, "outbox-changed")) throw thrown;
    }
  }
  await merge(run, signal);
  return run.summary;
}

/** The state of one drain. */
interface DrainRun extends IndexingDeps {
  readonly pace: () => Promise<void>;
  summary: DrainSummary;
  commits: number;
}

const EMPTY_SUMMARY: DrainSummary = { indexed: 0, skipped: 0, failed: 0 };

async function processEntries(
  run: DrainRun,
  entries: readonly OutboxEntry[],
  signal: AbortSignal,
): Promise<void> {
  let outcomes: EntryOutcome[] = [];
  let since = run.clock.now();
  for (const [position, entry] of entries.entries()) {
    outcomes.push(await processEntry(run, entry, signal));
    await run.pace();
    signal.throwIfAborted();
    if (position < entries.length - 1 && !hasElapsed(since, COMMIT_AFTER_MS, run.clock.now())) continue;
    // Preparing a commit is the longest task of a drain, and queries wait for its transaction.
    await run.yieldToOthers();
    await commit(run, outcomes);
    if (run.commits % MERGE_AFTER_COMMITS === 0) await merge(run, signal);
    outcomes = [];
    since = run.clock.now();
  }
}

async function commit(run: DrainRun, outcomes: readonly EntryOutcome[]): Promise<void> {
  for (const outcome of await commitOutcomes(run, outcomes)) run.summary = addToSummary(run.summary, outcome);
  run.onProgress(run.summary);
  run.commits++;
}

/** Merges segments, step by step, until no merge is due. */
async function merge({ index, store, yieldToOthers }: DrainRun, signal: AbortSignal): Promise<void> {
  for (;;) {
    const change = index.prepareMerge();
    if (change !== undefined) {
      await store.commitIndex(change);
      index.apply(change);
    } else if (!index.merging) return;
    await yieldToOthers();
    signal.throwIfAborted();
  }
}

/** Returns a function that pauses when enough time has passed since the last pause. */
function createPacer({ clock, yieldToOthers }: PacerDeps): () => Promise<void> {
  let since = clock.now();
  return async () => {
    if (!hasElapsed(since, PAUSE_AFTER_MS, clock.now())) return;
    await yieldToOthers();
    since = clock.now();
  };
}

function addToSummary(summary: DrainSummary, outcome: EntryOutcome): DrainSummary {
  if (outcome.kind === "removed") return summary;
  const sum = outcome.kind === "indexed" ? outcome.kind : outcome.failure.outcome;
  return { ...summary, [sum]: summary[sum] + 1 };
}
