/** One request that sent text to another machine. The text itself is not kept. */
export interface EgressEntry {
  readonly id: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly host: string;
  readonly modelId: string;
  /** Length of everything that was sent, in characters. */
  readonly characters: number;
  /** SHA-256 of what was sent, in hex. Equal digests mean equal content. */
  readonly digest: string;
  /** Labels of the sources whose passages were sent. */
  readonly sources: readonly string[];
  /** An estimate until the model reports the number. */
  readonly inputTokens: number;
  /** The upper limit until the model reports the number. */
  readonly outputTokens: number;
  /** US dollars; the upper limit until the model reports the number. */
  readonly cost: number;
  /** `sent` until the outcome is known. It stays `sent` when Atlas ended before that. */
  readonly outcome: "sent" | "answered" | "stopped" | "failed";
}

/** A day or a month, in milliseconds since the epoch. What a clock that was ahead wrote is in none that has begun. */
export interface EgressPeriod {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** The log of what was sent to other machines and what it cost. */
export interface EgressLog {
  /** Resolves with the entry's id when it is stored. The text is sent only after that. */
  write(entry: Omit<EgressEntry, "id">): Promise<number>;
  /** Records what the model reported. */
  settle(
    id: number,
    result: Pick<EgressEntry, "inputTokens" | "outputTokens" | "cost" | "outcome">,
  ): Promise<void>;
  /** Newest first. */
  list(options: { readonly offset: number; readonly limit: number }): Promise<readonly EgressEntry[]>;
  /** Total in US dollars of the entries of this time. */
  costWithin(period: EgressPeriod): Promise<number>;
}
