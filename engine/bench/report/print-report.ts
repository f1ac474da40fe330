import { type BenchResult, type EngineRow, numberOf } from "./bench-result";
import { formatBytes, formatMs, formatPlain } from "./format-number";
import { formatTable } from "./format-table";
import { printAnswers } from "./print-answers";
import { evaluateTargets, type TargetResult } from "./targets";

type Column = readonly [title: string, field: string, format: (value: number | undefined) => string];

/** One core is the benchmark's own. */
const MAX_IDLE_LOAD = 1.5;

const ratio = (value: number | undefined) => (value === undefined ? "–" : value.toFixed(4));

const SHARED: readonly Column[] = [
  ["memory", "memoryBytes", formatBytes],
  ["of it WASM", "wasmBytes", formatBytes],
  ["saved", "savedBytes", formatBytes],
  ["cold open", "openMs", formatMs],
];
const CHANGES: readonly Column[] = [
  ["build", "buildMs", formatMs],
  ["add 1,000", "addMs", formatMs],
  ["delete 1,000", "deleteMs", formatMs],
];
const VECTOR: readonly Column[] = [
  ...CHANGES,
  ["p50", "p50Ms", formatMs],
  ["p95", "p95Ms", formatMs],
  ["recall@10", "recall10", ratio],
  ...SHARED,
];
const KEYWORD: readonly Column[] = [
  ...CHANGES,
  ["2 terms p50", "p50ShortMs", formatMs],
  ["p95", "p95ShortMs", formatMs],
  ["sentence p50", "p50LongMs", formatMs],
  ["p95", "p95LongMs", formatMs],
  ...SHARED,
];
const HYBRID: readonly Column[] = [
  ["build", "buildMs", formatMs],
  ["p50", "p50Ms", formatMs],
  ["p95", "p95Ms", formatMs],
  ["vector scan p50", "p50VectorMs", formatMs],
  ["keyword scan p50", "p50KeywordMs", formatMs],
  ...SHARED,
];
const TYPING: readonly Column[] = [
  ["p50", "p50Ms", formatMs],
  ["p95", "p95Ms", formatMs],
  ["prefixes", "prefixes", (value) => String(value ?? 0)],
];

const CHAT: readonly Column[] = [
  ["opens", "openMs", formatMs],
  ["drawing the rest", "showAllMs", formatMs],
  ["keystroke while opening p95", "p95EarlyKeyMs", formatMs],
  ["keystroke p50", "p50KeyMs", formatMs],
  ["p95", "p95KeyMs", formatMs],
  ["scroll frame p50", "p50FrameMs", formatMs],
  ["p95", "p95FrameMs", formatMs],
  ["longest", "longestFrameMs", formatMs],
  ["nodes", "nodes", (value) => (value === undefined ? "–" : value.toLocaleString("en"))],
  ["heap", "heapBytes", formatBytes],
];

const CONVERT: readonly Column[] = [
  ["file", "bytes", formatBytes],
  ["takes", "convertMs", formatMs],
  ["MB/s", "megabytesPerSecond", (value) => (value === undefined ? "–" : value.toFixed(2))],
  ["longest block", "longestBlockMs", formatMs],
  ["peak memory", "peakBytes", formatBytes],
];

/** The result as tables for a terminal, the targets last. */
export function printReport(result: BenchResult): string {
  const { machine, bandwidth } = result;
  const parts = [
    `${machine.cpu}, ${machine.cores} cores, ${machine.browser}; load ${machine.loadAverage.map(formatPlain).join(" → ")}`,
    Math.max(...machine.loadAverage) > MAX_IDLE_LOAD
      ? "The machine was busy: the engines did not run under equal load"
      : "",
    section("Vectors", result.vector, VECTOR),
    section("Keywords", result.keyword, KEYWORD),
    section("Hybrid with filters (ours, through the retriever)", result.hybrid, HYBRID),
    section("Search as you type", result.typing, TYPING),
    printCurve(result),
    printAnswers(result.answers),
    section("Long chats (the built extension)", result.chat, CHAT),
    section("Files converted (in Node)", result.convert, CONVERT),
    printBandwidth(bandwidth),
    printTargets(evaluateTargets(result)),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function section(title: string, rows: readonly EngineRow[], columns: readonly Column[]): string {
  const first = rows[0];
  if (!first) return "";
  const size = `${first.n.toLocaleString("en")}${first.dim === undefined ? "" : ` × ${first.dim}`}`;
  const isTried = rows.some((row) => row.runsInExtension !== undefined);
  const table = formatTable(
    ["", ...columns.map(([name]) => name), ...(isTried ? ["in MV3"] : [])],
    rows.map((row) => [
      row.name,
      ...columns.map(([, field, format]) => format(numberOf(row, field))),
      ...(isTried ? [row.runsInExtension ? "yes" : "no"] : []),
    ]),
  );
  const problems = rows.flatMap((row) => row.problems.map((problem) => `  ${row.name}: ${problem}`));
  return [`${title}, ${size}`, table, ...problems].join("\n");
}

function printCurve({ curve }: BenchResult): string {
  if (curve.length === 0) return "";
  const rows = curve.map((point) => [
    point.n.toLocaleString("en"),
    `${formatPlain((1000 * point.buildMs) / point.n)} µs`,
    `${formatPlain((1000 * point.mergeMs) / point.n)} µs`,
    `${formatPlain(point.memoryBytes / point.n)} B`,
    `${formatPlain(point.savedBytes / point.n)} B`,
    formatMs(point.p50VectorMs),
    formatMs(point.p50ShortMs),
    formatMs(point.p50LongMs),
    formatMs(point.p50HybridMs),
    formatMs(point.p95HybridMs),
  ]);
  const header = [
    "chunks",
    ...["build/chunk", "of it merging", "memory/chunk", "saved/chunk"],
    ...["vector p50", "2 terms p50", "sentence p50", "hybrid p50", "hybrid p95"],
  ];
  return `Growth (ours)\n${formatTable(header, rows)}`;
}

function printBandwidth({ gigabytesPerSecond, uncached, atN }: BenchResult["bandwidth"]): string {
  if (gigabytesPerSecond === undefined) return "";
  const speed = `WASM reads ${formatPlain(gigabytesPerSecond)} GB/s from memory`;
  const rows = [uncached, atN].flatMap((scan) =>
    scan
      ? [
          [
            `${scan.rows.toLocaleString("en")} rows`,
            ...[formatBytes(scan.bytes), formatMs(scan.floorMs), formatMs(scan.kernelMs)],
            `${formatPlain(scan.kernelMs / scan.floorMs)} ×`,
          ],
        ]
      : [],
  );
  return `Memory: ${speed}\n${formatTable(["kernel", "touches", "reading takes", "the scan takes", "ratio"], rows)}`;
}

function printTargets(results: readonly TargetResult[]): string {
  const measured = results.filter(({ value }) => value !== undefined);
  const left = results.length - measured.length;
  return [
    "Targets (at 100,000 × 384)",
    ...measured.map(printTargetResult),
    ...(left > 0 ? [`  ${left} targets were not measured in this run`] : []),
  ].join("\n");
}

function printTargetResult({
  target,
  value = Number.NaN,
  isReached,
  share = Number.NaN,
}: TargetResult): string {
  const limit = `${target.bound} ${formatPlain(target.limit)} ${target.unit}`.trim();
  const found = `${target.unit === "" ? value.toFixed(4) : formatPlain(value)} ${target.unit}`.trim();
  if (isReached) return `  reached  ${target.title}: ${found} (${limit})`;
  return `  missed   ${target.title}: ${found} (${limit}), by a factor of ${share.toFixed(share < 1.1 ? 3 : 2)}`;
}
