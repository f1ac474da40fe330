import { hasCode } from "../errors/error-code";
import type { OutboxEntry } from "../store/store";
import { commitOutcomes } from "./commit-outcomes";
import { createPacer, type PacerDeps } from "./pacer";
import { type EntryOutcome, type ProcessEntryDeps, processEntry } from "./process-entry";

/** What is taken from the outbox at once. */
const TAKE_LIMITS = { entries: 64, bytes: 8 * 1024 * 1024 };

/** Work between two commits, so that progress shows and a kill costs little. */
const COMMIT_AFTER_MS = 300;

/** Commits between two merges of a long drain; each commit adds a segment. */
const MERGE_AFTER_COMMITS = 16;

/** Documents dealt with; deletions are not counted. */
export interface DrainSummary {
  readonly indexed: number;
  readonly skipped: number;
  readonly failed: number;
}

export interface IndexingDeps extends Omit<ProcessEntryDeps, "pace">, PacerDeps {
  /** Called after every commit with the sums of this drain. */
  readonly onProgress: (summary: DrainSummary) => void;
}

export interface Indexing {
  /**
   * Works until the outbox is empty. One bad document is a row in the ledger; a store that fails (QuotaError,
   * StaleIndexError) rejects and leaves the rest in the outbox, as does an abort. A second drain waits for the
   * first, for the index has one writer.
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

/** One drain under way. */
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
  for (const [at, entry] of entries.entries()) {
    outcomes.push(await processEntry(run, entry, signal));
    await run.pace();
    signal.throwIfAborted();
    if (at < entries.length - 1 && run.clock.now() - since < COMMIT_AFTER_MS) continue;
    // Preparing a commit is the longest task of a drain, and reads wait for its transaction.
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

/** Folds segments together, step by step, until there is nothing to gain. */
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

function addToSummary(summary: DrainSummary, outcome: EntryOutcome): DrainSummary {
  if (outcome.kind === "removed") return summary;
  const sum = outcome.kind === "indexed" ? outcome.kind : outcome.failure.outcome;
  return { ...summary, [sum]: summary[sum] + 1 };
}
