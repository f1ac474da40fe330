import { type Kernel, loadKernel } from "../../../search-index/kernel/kernel";
import { createRandom } from "../../data/random";
import { percentile } from "../../measure/percentile";
import { loadKernelModule } from "../../peers/ours-index";
import type { BenchDeps } from "../bench-deps";
import { SEED } from "../constants";
import type { BandwidthJob } from "../job";

const PAGE = 65_536;
const SAMPLES = 41;
/** More than the cache of any processor at hand. */
const UNCACHED_BYTES = 256 * 1024 * 1024;
/** Enough for a sample to take a millisecond or more. */
const BYTES_PER_SAMPLE = 64 * 1024 * 1024;

/**
 * How fast WASM reads memory here, and the kernel's scan against it. The floor is a loop of SIMD loads over
 * as many bytes as the scan touches, taken in turn with the scan: once for `n` rows, which a large cache may
 * hold, and once for as many as no cache holds, where memory itself is the limit.
 */
export async function measureBandwidth(job: BandwidthJob, { steps }: BenchDeps): Promise<void> {
  const columns = job.dimensions / 8;
  const uncached = Math.ceil(UNCACHED_BYTES / bytesOf(32, columns)) * 32;
  const rows = Math.max(job.n, uncached);
  const memory = new WebAssembly.Memory({
    initial: Math.ceil(bytesOf(rows, columns) / PAGE) + 16,
    maximum: PAGE,
  });
  fillRandom(memory);
  const read = await loadReader(memory);
  const kernel = loadKernel(await loadKernelModule(), memory);
  await steps.run("kernel, out of cache", async () => {
    const { floorMs, kernelMs, bytes } = compare(read, prepareScan(memory, kernel, uncached, columns));
    return {
      gigabytesPerSecond: bytes / floorMs / 1e6,
      uncached: { rows: uncached, bytes, floorMs, kernelMs },
      kernelRatio: kernelMs / floorMs,
    };
  });
  await steps.run("kernel, n rows", async () => {
    const { floorMs, kernelMs, bytes } = compare(read, prepareScan(memory, kernel, job.n, columns));
    return { atN: { rows: job.n, bytes, floorMs, kernelMs }, kernelRatioAtN: kernelMs / floorMs };
  });
}

interface Scan {
  /** What the scan reads and writes. */
  readonly bytes: number;
  run(): void;
}

/** Medians of the two loops, run in turn so that a neighbour's work meets both; small scans several at a time. */
function compare(read: (base: number, bytes: number) => number, scan: Scan) {
  const times = Math.ceil(BYTES_PER_SAMPLE / scan.bytes);
  const bytes = Math.ceil(scan.bytes / 128) * 128;
  const floors: number[] = [];
  const scans: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample++) {
    floors.push(clock(times, () => read(PAGE, bytes)));
    scans.push(clock(times, () => scan.run()));
  }
  return { bytes: scan.bytes, floorMs: percentile(floors, 0.5), kernelMs: percentile(scans, 0.5) };
}

/** Sign bits and the mask of live rows, two corrections read and one score written for every row. */
function bytesOf(rows: number, columns: number): number {
  return rows * (columns + 3 * 4) + rows / 8;
}

async function loadReader(memory: WebAssembly.Memory): Promise<(base: number, bytes: number) => number> {
  const module = await WebAssembly.compileStreaming(fetch("/bandwidth.wasm"));
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return exports.readBytes as (base: number, bytes: number) => number;
}

/** Lays out table, rows, corrections and scores one after the other, as the index does in its own memory. */
function prepareScan(memory: WebAssembly.Memory, kernel: Kernel, rows: number, columns: number): Scan {
  const blocks = Math.ceil(rows / 32);
  let free = PAGE;
  const take = (bytes: number) => {
    const at = free;
    free += Math.ceil(bytes / 64) * 64;
    return at;
  };
  const table = take(columns * 32);
  const signs = take(blocks * 32 * columns);
  const live = take(blocks * 4);
  const stretch = take(blocks * 128);
  const along = take(blocks * 128);
  const out = take(blocks * 128);
  const bytes = new Uint8Array(memory.buffer);
  for (let at = 0; at < columns * 32; at++) bytes[table + at] = at & 63;
  bytes.fill(0xff, live, live + blocks * 4);
  new Float32Array(memory.buffer, stretch, blocks * 32).fill(1.25);
  new Float32Array(memory.buffer, along, blocks * 32).fill(0.5);
  return {
    bytes: bytesOf(blocks * 32, columns),
    run: () => kernel.scanSigns(table, signs, live, stretch, along, blocks, columns, 0.01, -1, 0, out),
  };
}

function fillRandom(memory: WebAssembly.Memory): void {
  const random = createRandom(SEED);
  const words = new Uint32Array(memory.buffer);
  for (let at = 0; at < words.length; at++) words[at] = random.next() * 4294967296;
}

/** Milliseconds of one run, over `times` of them. */
function clock(times: number, action: () => unknown): number {
  const begin = performance.now();
  for (let done = 0; done < times; done++) action();
  return (performance.now() - begin) / times;
}
