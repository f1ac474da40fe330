import type { Quota } from "../model/quota";

/** Counts of a source's requests. They are stored, so that a killed worker cannot exceed the limits. */
export interface LimitRecord {
  /** Theoretical arrival time of the generic cell rate algorithm, by limit id; milliseconds since the epoch. */
  readonly arrivals: Readonly<Record<string, number>>;
  /** The vendor accepts no request before this time; milliseconds since the epoch. */
  readonly blockedUntil?: number;
  /** The vendor accepts no request that counts against this limit before this time; by limit id. */
  readonly blocked?: Readonly<Record<string, number>>;
  readonly quota?: Quota;
}

export interface LimitRecords {
  load(sourceId: string): Promise<LimitRecord | undefined>;
  save(sourceId: string, record: LimitRecord): Promise<void>;
}
