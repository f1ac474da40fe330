import type { SourceDocument } from "../model/source-document";

/** What a source found for one question. */
export interface CachedFinding {
  readonly key: string;
  readonly sourceId: string;
  /** Milliseconds since the epoch. */
  readonly foundAt: number;
  readonly documents: readonly SourceDocument[];
}

/** Stores findings of live search, so that they outlive the service worker. */
export interface FindingStore {
  finding(key: string): Promise<CachedFinding | undefined>;
  /** Also removes findings older than `oldest`. */
  saveFinding(finding: CachedFinding, oldest: number): Promise<void>;
}
