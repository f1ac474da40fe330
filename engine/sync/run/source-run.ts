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
  /** As declared; absent when `listIds` is to run after every pass. */
  readonly pruneMinutes?: number;
  /** True for a source that is signed in to a vendor. */
  readonly connected?: boolean;
}

export interface SyncDeps {
  readonly store: IngestStore;
  readonly clock: Clock;
  /** May throw SettingsError when the source cannot be run as it is configured. */
  readonly makeConnector: (source: Source, hooks?: RequestHooks) => RunnableConnector;
  readonly wait: Wait;
  /** Uniform in [0, 1). */
  readonly random: () => number;
  /** Something a page shows has changed, or the outbox has work. */
  readonly onChange: () => void;
}

/** What a connector asks its vendor for in one run. */
export interface RequestHooks {
  /** To be called whenever the connector asks. */
  readonly onRequest: () => void;
  readonly budget: RequestBudget;
}

export interface SourceRun {
  readonly sourceId: string;
  readonly signal: AbortSignal;
  /** The person waits for it. */
  isUserInitiated: boolean;
  /** That of its latest page; absent until the first has its turn. */
  slot?: Slot;
}

/** A source under way. */
export interface ActiveSource extends RunnableConnector {
  readonly source: Source;
  readonly budget: RequestBudget;
  /** Aborted with the run, and once it is over. */
  readonly signal: AbortSignal;
}

/** What runs share. */
export interface RunDeps extends SyncDeps {
  readonly pages: PageQueue;
}
