import type { PlainError } from "../errors/to-plain-error";
import type { Account } from "./credential";
import type { PullProgress } from "./pull-page";

/** `waiting` needs the person: a permission was withdrawn or a sign-in is no longer valid. */
export type SourceState = "idle" | "syncing" | "paused" | "waiting" | "failed";

export type SettingValue = string | number | boolean;
export type Settings = Readonly<Record<string, SettingValue>>;

/** How fast a source is being read, including pauses for rate limits. */
export interface Pace {
  readonly itemsPerMinute: number;
  /** Time of the measurement, milliseconds since the epoch. */
  readonly at: number;
}

/** One configured source: a connector and its settings. */
export interface Source {
  readonly id: string;
  readonly connectorId: string;
  readonly label: string;
  readonly settings: Settings;
  readonly state: SourceState;
  /** Interpreted by the connector only; absent before the first page. */
  readonly cursor?: string;
  /** When the next sync is due, milliseconds since the epoch. */
  readonly dueAt: number;
  readonly addedAt: number;
  readonly lastSyncAt?: number;
  /** Failed runs in a row, for the back-off; absent after a successful one. */
  readonly failedRuns?: number;
  /** The account a connected source reads; absent for sources without a sign-in. */
  readonly account?: Account;
  /** As reported by the last page. */
  readonly progress?: PullProgress;
  /** Speed of the first read; absent once it has ended. */
  readonly pace?: Pace;
  /** When `listIds` last completed; milliseconds since the epoch. */
  readonly prunedAt?: number;
  /** True when nothing of it may be sent to a language model in a cloud. */
  readonly deviceOnly?: boolean;
  /** The last problem of the source as a whole. */
  readonly problem?: PlainError;
}
