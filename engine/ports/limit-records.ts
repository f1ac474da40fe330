import type { Quota } from "../model/quota";

/** How many requests of a source were counted; stored, so that a killed worker cannot exceed the limits. */
export interface LimitRecord {
  /** Theoretical arrival time of the generic cell rate algorithm, by limit id; milliseconds since the epoch. */
  readonly arrivals: Readonly<Record<string, number>>;
  /** The vendor wants no request at all before then; milliseconds since the epoch. */
  readonly blockedUntil?: number;
  /** The vendor wants none that counts against these limits before then; by limit id. */
  readonly blocked?: Readonly<Record<string, number>>;
  readonly quota?: Quota;
}

export interface LimitRecords {
  load(sourceId: string): Promise<LimitRecord | undefined>;
  save(sourceId: string, record: LimitRecord): Promise<void>;
}
