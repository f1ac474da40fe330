/** One request that took text to another machine. The text itself is not kept. */
export interface EgressEntry {
  readonly id: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly host: string;
  readonly modelId: string;
  /** Length of everything that was sent, in characters. */
  readonly characters: number;
  /** SHA-256 of what was sent, in hex: two entries with one digest sent the same. */
  readonly digest: string;
  /** Labels of the sources whose passages were in it. */
  readonly sources: readonly string[];
  /** Estimated until the model has reported. */
  readonly inputTokens: number;
  /** Most that may come until the model has reported. */
  readonly outputTokens: number;
  /** US dollars; the most it may cost until the model has reported. */
  readonly cost: number;
  /** `sent` until the outcome is known, and for ever where Atlas was ended midway. */
  readonly outcome: "sent" | "answered" | "stopped" | "failed";
}

/** What left this computer, and what it cost. */
export interface EgressLog {
  /** Resolves with the entry's id once it is stored; nothing is sent before. */
  write(entry: Omit<EgressEntry, "id">): Promise<number>;
  /** Puts in what the model reported. */
  settle(
    id: number,
    result: Pick<EgressEntry, "inputTokens" | "outputTokens" | "cost" | "outcome">,
  ): Promise<void>;
  /** Newest first. */
  list(options: { readonly offset: number; readonly limit: number }): Promise<readonly EgressEntry[]>;
  /** US dollars of all entries at or after this time, in milliseconds since the epoch. */
  costSince(time: number): Promise<number>;
}
