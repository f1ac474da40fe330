/** One engine's row. A field that could not be measured is absent, and `problems` says why. */
export interface EngineRow {
  readonly name: string;
  readonly n: number;
  readonly dim?: number;
  /** A sentence each. Empty when all went well. */
  readonly problems: readonly string[];
  /** False when the engine does not start under the content security policy of an extension. */
  readonly runsInExtension?: boolean;
  /** Milliseconds end in `Ms`, bytes in `Bytes`; README.md tells how each is measured. */
  readonly [field: string]: unknown;
}

/** All sizes of the growing index, as costs of the whole; the report divides by `n`. */
export interface CurvePoint {
  readonly n: number;
  readonly buildMs: number;
  /** The part of `buildMs` that went into merging segments. */
  readonly mergeMs: number;
  readonly p50VectorMs: number;
  readonly p50ShortMs: number;
  readonly p50LongMs: number;
  readonly p50HybridMs: number;
  readonly p95HybridMs: number;
  readonly memoryBytes: number;
  readonly savedBytes: number;
}

/** The kernel's scan of so many rows, and a loop that only reads as many bytes. */
export interface KernelScan {
  readonly rows: number;
  readonly bytes: number;
  readonly floorMs: number;
  readonly kernelMs: number;
}

/** How fast memory is read here, and the kernel against it; absent fields were not measured. */
export interface Bandwidth {
  readonly gigabytesPerSecond?: number;
  readonly uncached?: KernelScan;
  readonly atN?: KernelScan;
  readonly kernelRatio?: number;
  readonly kernelRatioAtN?: number;
  readonly problems?: readonly string[];
}

/** What the run was made on and with. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly system: string;
  readonly node: string;
  readonly browser: string;
  /** One-minute load before and after: above 1, something else was running, too. */
  readonly loadAverage: readonly [before: number, after: number];
}

export interface BenchResult {
  readonly machine: Machine;
  readonly vector: readonly EngineRow[];
  readonly keyword: readonly EngineRow[];
  readonly hybrid: readonly EngineRow[];
  readonly typing: readonly EngineRow[];
  readonly curve: readonly CurvePoint[];
  /** Long chats in the built extension; `n` counts questions. */
  readonly chat: readonly EngineRow[];
  /** Files converted by Atlas and by the library alone; `n` says nothing. */
  readonly convert: readonly EngineRow[];
  /** Who answers: `device`, `cloud` (models that answer at once) and `none` (quotes). */
  readonly answers: readonly EngineRow[];
  readonly bandwidth: Bandwidth;
  /** What the targets compare, by key. */
  readonly ratios: Readonly<Record<string, number>>;
}

/** A measured number, or undefined where there is none. */
export function numberOf(
  row: Readonly<Record<string, unknown>> | undefined,
  field: string,
): number | undefined {
  const value = row?.[field];
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
