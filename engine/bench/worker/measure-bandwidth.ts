import { loadKernel } from "../../search-index/kernel/kernel";
import { createRandom } from "../data/random";
import { percentile } from "../measure/percentile";
import { loadKernelModule } from "../peers/ours-index";
import { SEED } from "./constants";
import type { BandwidthJob } from "./job";
import type { BenchTools } from "./tools";

const PAGE = 65_536;
const REPEATS = 101;
const LARGE = 256 * 1024 * 1024;
/** Bytes besides the sign bits that the scan touches per row: two corrections read, one score written. */
const FACTOR_BYTES = 8;
const SCORE_BYTES = 4;

/**
 * How fast WASM reads memory here, and the kernel's scan against it: the floor is a loop of SIMD loads over
 * as many bytes as the scan of `n` rows has to touch, alternating with the scan itself.
 */
export async function measureBandwidth(job: BandwidthJob, { steps }: BenchTools): Promise<void> {
  const blocks = Math.ceil(job.n / 32);
  const columns = job.dimensions / 8;
  const signBytes = blocks * 32 * columns;
  const touched = signBytes + blocks * 32 * (FACTOR_BYTES + SCORE_BYTES) + blocks * 4;
  const memory = new WebAssembly.Memory({
    initial: Math.ceil((LARGE + touched * 2) / PAGE) + 16,
    maximum: PAGE,
  });
  await steps.run("bandwidth", async () => {
    const read = await loadReader(memory);
    fillRandom(memory);
    read(PAGE, LARGE);
    const largeMs = fastestHalf(7, () => read(PAGE, LARGE));
    return { gigabytesPerSecond: LARGE / largeMs / 1e6 };
  });
  await steps.run("kernel", async () => {
    const read = await loadReader(memory);
    const scan = await prepareScan(memory, blocks, columns);
    const floorMs: number[] = [];
    const scanMs: number[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat++) {
      floorMs.push(clock(() => read(PAGE, Math.ceil(touched / 128) * 128)));
      scanMs.push(clock(scan));
    }
    const floor = percentile(floorMs, 0.5);
    const kernel = percentile(scanMs, 0.5);
    return { rows: job.n, bytes: touched, floorMs: floor, kernelMs: kernel, kernelRatio: kernel / floor };
  });
}

async function loadReader(memory: WebAssembly.Memory): Promise<(base: number, bytes: number) => number> {
  const module = await WebAssembly.compileStreaming(fetch("/bandwidth.wasm"));
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return exports.readBytes as (base: number, bytes: number) => number;
}

/** Lays out table, rows, corrections and scores one after the other, as the index does in its own memory. */
async function prepareScan(memory: WebAssembly.Memory, blocks: number, columns: number): Promise<() => void> {
  const kernel = loadKernel(await loadKernelModule(), memory);
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
  return () => kernel.scanSigns(table, signs, live, stretch, along, blocks, columns, 0.01, -1, 0, out);
}

function fillRandom(memory: WebAssembly.Memory): void {
  const random = createRandom(SEED);
  const words = new Uint32Array(memory.buffer);
  for (let at = 0; at < words.length; at++) words[at] = random.next() * 4294967296;
}

function clock(action: () => unknown): number {
  const begin = performance.now();
  action();
  return performance.now() - begin;
}

/** Median of the faster half: a neighbour's work only ever makes a run slower. */
function fastestHalf(repeats: number, action: () => unknown): number {
  const times = Array.from({ length: repeats }, () => clock(action));
  return percentile(times, 0.25);
}
