import type { Connector } from "../../connectors/connector";
import type { Source } from "../../model/source";
import type { Clock } from "../../ports/clock";
import type { RequestBudget } from "../../service/service-api";
import type { IngestStore } from "../../store/store";
import type { Wait } from "../../util/wait";
import type { PageQueue, Slot } from "../schedule/create-page-queue";

export interface RunnableConnector {
  readonly connector: Connector;
  /** As declared: 0 when events alone keep the source fresh. */
  readonly intervalMinutes: number;
  /** As declared; absent when `listIds` runs after every pass. */
  readonly pruneMinutes?: number;
  /** True for a source with a sign-in. */
  readonly connected?: boolean;
}

export interface SyncDeps {
  readonly store: IngestStore;
  readonly clock: Clock;
  /** May throw SettingsError when the source's settings are invalid. */
  readonly makeConnector: (source: Source, hooks?: RequestHooks) => RunnableConnector;
  readonly wait: Wait;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** A page shows changed data, or the outbox has work. */
  readonly onChange: () => void;
}

/** Hooks for the requests of one run. */
export interface RequestHooks {
  /** Called at every request of the connector. */
  readonly onRequest: () => void;
  readonly budget: RequestBudget;
}

export interface SourceRun {
  readonly sourceId: string;
  readonly signal: AbortSignal;
  /** The person requested the run. */
  isUserInitiated: boolean;
  /** Slot of its latest page; absent before the first. */
  slot?: Slot;
}

/** A running source. */
export interface ActiveSource extends RunnableConnector {
  readonly source: Source;
  readonly budget: RequestBudget;
  /** Aborted with the run, and after its end. */
  readonly signal: AbortSignal;
}

/** Collaborators shared by all runs. */
export interface RunDeps extends SyncDeps {
  readonly pages: PageQueue;
}

/**
 * Aborts the source's run and does work during which none can start: a run requested meanwhile starts afterwards.
 * `ended` resolves when the aborted run, which writes nothing any more, has ended. Settles as the work does.
 */
export type WithoutRun = <T>(sourceId: string, work: (ended: Promise<unknown>) => Promise<T>) => Promise<T>;
