import { type BenchResult, type EngineRow, numberOf } from "./bench-result";

/** A promise about search and answers, and how to read its value from a result. */
export interface Target {
  /** The field of `ratios` in the JSON. */
  readonly key: string;
  readonly title: string;
  readonly bound: "at most" | "at least";
  readonly limit: number;
  readonly unit: "×" | "ms" | "MB" | "";
  /** Undefined where the run did not measure it. */
  value(result: Omit<BenchResult, "ratios">): number | undefined;
}

export interface TargetResult {
  readonly target: Target;
  readonly value: number | undefined;
  readonly isReached: boolean | undefined;
  /** Value over limit, or limit over value for a bound from below: above 1 is a miss. */
  readonly share: number | undefined;
}

type Rows = readonly EngineRow[];
type ReadValue = (result: Omit<BenchResult, "ratios">) => number | undefined;

/** The size the large targets are about. */
const MILLION = 1_000_000;

const field = (rows: Rows, name: string, key: string) =>
  numberOf(
    rows.find((row) => row.name === name),
    key,
  );

/** How many times as large a field of ours is as a peer's. */
function share(section: "vector" | "keyword", key: string, peer: string): ReadValue {
  return (result) => divide(field(result[section], "ours", key), field(result[section], peer, key));
}

/** How many times as fast ours is as a peer. */
function speedup(section: "vector" | "keyword", key: string, peer: string): ReadValue {
  return (result) => divide(field(result[section], peer, key), field(result[section], "ours", key));
}

function ours(section: "vector" | "hybrid" | "typing", key: string): ReadValue {
  return (result) => field(result[section], "ours", key);
}

function divide(value: number | undefined, by: number | undefined): number | undefined {
  return value === undefined || !by ? undefined : value / by;
}

const atMost = (
  key: string,
  title: string,
  limit: number,
  unit: Target["unit"],
  value: ReadValue,
): Target => ({
  key,
  title,
  bound: "at most",
  limit,
  unit,
  value,
});

const atLeast = (
  key: string,
  title: string,
  limit: number,
  unit: Target["unit"],
  value: ReadValue,
): Target => ({
  ...atMost(key, title, limit, unit, value),
  bound: "at least",
});

const million: (key: "p95HybridMs" | "memoryBytes") => ReadValue = (key) => (result) =>
  result.curve.find(({ n }) => n === MILLION)?.[key];

/** The chat of 500 questions as it opens. */
const longChat: (key: "p95KeyMs" | "openMs") => ReadValue = (key) => (result) =>
  field(result.chat, "500 turns", key);

/** The dearest chunk of the curve's last point against the first, over building, memory and storage. */
const growth: ReadValue = ({ curve }) => {
  const [first, last] = [curve[0], curve.at(-1)];
  if (!first || !last || first === last) return undefined;
  const perChunk = (["buildMs", "memoryBytes", "savedBytes"] as const).map(
    (key) => last[key] / last.n / (first[key] / first.n),
  );
  return Math.max(...perChunk);
};

/** At 100,000 × 384; ratios hold on any machine, milliseconds on a present-day laptop. */
export const TARGETS: readonly Target[] = [
  atLeast("recall10", "vector recall@10", 0.995, "", ours("vector", "recall10")),
  atMost(
    "vectorToHnswlib",
    "vector p50 to hnswlib-wasm's",
    0.75,
    "×",
    share("vector", "p50Ms", "hnswlib-wasm"),
  ),
  atLeast(
    "vectorOverVoy",
    "vector p50 faster than voy-search",
    80,
    "×",
    speedup("vector", "p50Ms", "voy-search"),
  ),
  atLeast(
    "vectorOverFloat32",
    "vector p50 faster than float32 JS",
    40,
    "×",
    speedup("vector", "p50Ms", "float32-js"),
  ),
  atLeast(
    "buildOverHnswlib",
    "build faster than hnswlib-wasm",
    50,
    "×",
    speedup("vector", "buildMs", "hnswlib-wasm"),
  ),
  atMost(
    "wasmToHnswlib",
    "WASM memory to hnswlib-wasm's",
    0.45,
    "×",
    share("vector", "wasmBytes", "hnswlib-wasm"),
  ),
  atLeast(
    "shortOverSqlite",
    "two terms faster than SQLite FTS5",
    15,
    "×",
    speedup("keyword", "p50ShortMs", "sqlite-fts5"),
  ),
  atLeast(
    "longOverSqlite",
    "sentence faster than SQLite FTS5",
    25,
    "×",
    speedup("keyword", "p50LongMs", "sqlite-fts5"),
  ),
  atLeast(
    "shortOverFlexsearch",
    "two terms faster than flexsearch",
    1,
    "×",
    speedup("keyword", "p50ShortMs", "flexsearch"),
  ),
  atLeast(
    "longOverFlexsearch",
    "sentence faster than flexsearch",
    1,
    "×",
    speedup("keyword", "p50LongMs", "flexsearch"),
  ),
  atMost(
    "openToMinisearch",
    "keyword cold open to minisearch's load",
    0.2,
    "×",
    share("keyword", "openMs", "minisearch"),
  ),
  atMost(
    "memoryToMinisearch",
    "keyword memory to minisearch's",
    0.2,
    "×",
    share("keyword", "memoryBytes", "minisearch"),
  ),
  atMost("hybridP50Ms", "hybrid with filters p50", 3, "ms", ours("hybrid", "p50Ms")),
  atMost("hybridP95Ms", "hybrid with filters p95", 15, "ms", ours("hybrid", "p95Ms")),
  atMost("typingP95Ms", "search as you type p95", 8, "ms", ours("typing", "p95Ms")),
  atMost(
    "firstTextP95Ms",
    "Enter to first text p95, a model that answers at once",
    150,
    "ms",
    ({ answers }) => field(answers, "device", "p95Ms"),
  ),
  atMost("chatKeyP95Ms", "a keystroke under 500 questions p95", 16, "ms", longChat("p95KeyMs")),
  atMost("chatOpenMs", "opening a chat of 500 questions", 500, "ms", longChat("openMs")),
  atMost("millionHybridP95Ms", "hybrid p95 at 1,000,000 chunks", 40, "ms", million("p95HybridMs")),
  atMost("millionMemoryMB", "memory at 1,000,000 chunks", 1_000, "MB", (result) =>
    divide(million("memoryBytes")(result), 1e6),
  ),
  atMost("costGrowth", "cost per chunk, largest to smallest index", 1.5, "×", growth),
  atMost(
    "kernelToFloor",
    "kernel to the memory-bandwidth floor",
    2,
    "×",
    ({ bandwidth }) => bandwidth.kernelRatio,
  ),
  atMost(
    "kernelToFloorAtN",
    "the same with n rows, where a cache may hold them",
    2,
    "×",
    ({ bandwidth }) => bandwidth.kernelRatioAtN,
  ),
];

export function evaluateTargets(result: Omit<BenchResult, "ratios">): readonly TargetResult[] {
  return TARGETS.map((target) => {
    const value = target.value(result);
    if (value === undefined) return { target, value, isReached: undefined, share: undefined };
    const share = target.bound === "at most" ? value / target.limit : target.limit / value;
    return { target, value, isReached: share <= 1, share };
  });
}
