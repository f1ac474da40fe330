import type { PlainError } from "../errors/to-plain-error";
import type { Account } from "./credential";
import type { PullProgress } from "./pull-page";

/** `waiting` needs the person: a permission lapsed or a sign-in died. */
export type SourceState = "idle" | "syncing" | "paused" | "waiting" | "failed";

export type SettingValue = string | number | boolean;
export type Settings = Readonly<Record<string, SettingValue>>;

/** How fast a source is being read, pauses for limits included. */
export interface Pace {
  readonly itemsPerMinute: number;
  /** When it was measured, milliseconds since the epoch. */
  readonly at: number;
}

/** One configured source: a connector plus what the person chose for it. */
export interface Source {
  readonly id: string;
  readonly connectorId: string;
  readonly label: string;
  readonly settings: Settings;
  readonly state: SourceState;
  /** Opaque to everything but the connector; absent before the first page. */
  readonly cursor?: string;
  /** When the next sync is due, milliseconds since the epoch. */
  readonly dueAt: number;
  readonly addedAt: number;
  readonly lastSyncAt?: number;
  /** Runs that failed in a row, for the back-off; absent after a good one. */
  readonly failedRuns?: number;
  /** Whose data a connected source reads; absent for sources without a sign-in. */
  readonly account?: Account;
  /** As the last page told. */
  readonly progress?: PullProgress;
  /** While older items are still being fetched: how fast that goes. */
  readonly pace?: Pace;
  /** When `listIds` last went through; milliseconds since the epoch. */
  readonly prunedAt?: number;
  /** True when nothing of it may be sent to a language model in a cloud. */
  readonly deviceOnly?: boolean;
  /** The last problem of the source as a whole. */
  readonly problem?: PlainError;
}
