import type { Connector } from "../connectors/connector";
import { type PlainError, toPlainError } from "../errors/to-plain-error";
import type { Source } from "../model/source";
import type { Clock } from "../ports/clock";
import type { IngestStore, SourcePatch } from "../store/store";
import type { Wait } from "../util/wait";
import { awaitRoom } from "./await-room";
import { backOff } from "./back-off";
import { changeSource } from "./change-source";
import { NEVER, nextDue } from "./next-due";

export interface RunnableConnector {
  readonly connector: Connector;
  /** As declared: 0 when events alone keep the source fresh. */
  readonly intervalMinutes: number;
}

export interface RunOptions {
  readonly store: IngestStore;
  readonly clock: Clock;
  /** May throw SettingsError when the source cannot be run as it is configured. */
  readonly makeConnector: (source: Source) => RunnableConnector;
  readonly wait: Wait;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Something a page shows has changed, or the outbox has work. */
  readonly onChange: () => void;
}

/**
 * Brings one source up to date and writes the outcome into its row. Trouble with the source never rejects;
 * only a store that fails does. Once aborted nothing more is written: the row stays `syncing` and the next
 * `syncDue` goes on from the cursor.
 */
export async function runSource(options: RunOptions, sourceId: string, signal: AbortSignal): Promise<void> {
  const source = await options.store.getSource(sourceId);
  if (source === undefined || source.state === "paused" || signal.aborted) return;
  const patch = await outcomeOf(options, source, signal);
  if (!signal.aborted) await changeSource(options, sourceId, patch);
}

/** Runs the pass; the patch says how it ended. */
async function outcomeOf(options: RunOptions, source: Source, signal: AbortSignal): Promise<SourcePatch> {
  const { clock, makeConnector } = options;
  try {
    await changeSource(options, source.id, { state: "syncing" });
    const { connector, intervalMinutes } = makeConnector(source);
    await pullPages(options, { source, connector }, signal);
    const problem = await followDeletions(options, { source, connector }, signal);
    const now = clock.now();
    const dueAt = nextDue(now, intervalMinutes);
    return { state: "idle", dueAt, lastSyncAt: now, problem, failedRuns: undefined };
  } catch (thrown) {
    return afterFailure(options, source, toPlainError(thrown));
  }
}

interface Pass {
  readonly source: Source;
  readonly connector: Connector;
}

async function pullPages(
  options: RunOptions,
  { source, connector }: Pass,
  signal: AbortSignal,
): Promise<void> {
  let cursor = source.cursor;
  for (;;) {
    await awaitRoom({ ...options, onWait: options.onChange }, signal);
    const page = await connector.pull(cursor, signal);
    signal.throwIfAborted();
    await options.store.commitPage(source.id, page);
    options.onChange();
    if (page.done) return;
    cursor = page.cursor;
  }
}

/** Deletes what is not listed any more. A list that cannot be read whole deletes nothing and says why. */
async function followDeletions(
  { store }: RunOptions,
  { source, connector }: Pass,
  signal: AbortSignal,
): Promise<PlainError | undefined> {
  if (!connector.listIds) return undefined;
  let liveIds: readonly string[];
  try {
    liveIds = await connector.listIds(signal);
  } catch (thrown) {
    const problem = toPlainError(thrown);
    if (problem.code === "read-item") return problem;
    throw thrown;
  }
  signal.throwIfAborted();
  await store.prune(source.id, liveIds);
  return undefined;
}

function afterFailure(options: RunOptions, source: Source, problem: PlainError): SourcePatch {
  if (problem.code === "permission") return { state: "waiting", dueAt: NEVER, problem };
  if (problem.code === "settings") return { state: "failed", dueAt: NEVER, problem };
  const failedRuns = (source.failedRuns ?? 0) + 1;
  const dueAt = options.clock.now() + backOff(failedRuns, options.random);
  return { state: "failed", dueAt, failedRuns, problem };
}
