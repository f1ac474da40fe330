/** Size of the index. */
export interface IndexStats {
  readonly documents: number;
  readonly chunks: number;
  readonly segments: number;
  readonly memoryBytes: number;
  readonly savedBytes: number;
}

/** Pending entries of the outbox and the bytes of their raw content. */
export interface Backlog {
  readonly entries: number;
  readonly bytes: number;
}

/** State of the engine. */
export interface EngineStatus {
  readonly stats: IndexStats;
  readonly backlog: Backlog;
  /** Sentences for the person: a damaged segment that is being rebuilt, a store that cannot be opened. */
  readonly problems: readonly string[];
}
