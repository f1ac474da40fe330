import { createVectorSet, type VectorSet } from "../../data/vector-set";
import { recall } from "../../measure/recall";
import { timeQueries } from "../../measure/time-queries";
import type { VectorPeer, VectorPeerLibrary, VectorPeerOptions } from "../../peers/vector-peer";
import { VECTOR_PEERS } from "../../peers/vector-peers";
import type { BenchDeps } from "../bench-deps";
import { BATCH, CHANGED, LIMIT, QUERY_BUDGET_MS, SEED } from "../constants";
import type { VectorJob } from "../job";
import { memoryTaken } from "../memory-meter";
import { timed } from "../timed";

/** Builds, asks, weighs, saves and changes one engine's index of `n` vectors. */
export async function measureVectorBuild(job: VectorJob, { steps, memory, store }: BenchDeps): Promise<void> {
  const set = createVectorSet({ dimensions: job.dimensions, count: job.n, seed: SEED });
  const queries = set.queries(job.queries);
  const before = await memory.measure();
  const library = await load(job.peer);
  const peer = await library.create(optionsOf(job));
  const isBuilt = await steps.run("build", async () => {
    let buildMs = 0;
    let tidyMs = 0;
    let commitMs = 0;
    for (let first = 0; first < job.n; first += BATCH) {
      const vectors = set.rows(first, Math.min(BATCH, job.n - first));
      buildMs += await timed(() => peer.add(first, vectors));
      tidyMs += await timed(() => peer.compact?.());
      commitMs += await timed(() => peer.commit?.(store));
    }
    return { buildMs: buildMs + tidyMs, tidyMs, commitMs };
  });
  if (!isBuilt) return;
  await steps.run("query", async () => {
    const times = await timeQueries(queries, (query) => peer.search(query, LIMIT), QUERY_BUDGET_MS);
    const { p50Ms, p95Ms, count, answers } = times;
    if (!job.truth) return { p50Ms, p95Ms, queries: count, recall10: 1, answers };
    return { p50Ms, p95Ms, queries: count, recall10: recall(answers, job.truth.slice(0, count)) };
  });
  await steps.run("memory", async () => memoryTaken(before, await memory.measure()));
  await steps.run("save", async () => {
    let savedBytes = 0;
    const saveMs = await timed(async () => {
      savedBytes = await peer.save(store);
    });
    return { savedBytes, saveMs };
  });
  await measureChanges(peer, set, job, steps);
}

async function measureChanges(
  peer: VectorPeer,
  set: VectorSet,
  job: VectorJob,
  steps: BenchDeps["steps"],
): Promise<void> {
  await steps.run("add", async () => {
    const vectors = set.rows(job.n, CHANGED);
    const addMs = await timed(() => peer.add(job.n, vectors));
    await expectNearest(peer, vectors.slice(0, job.dimensions), job.n, true);
    return { addMs };
  });
  await steps.run("delete", async () => {
    const vectors = set.rows(job.n, CHANGED);
    const deleteMs = await timed(() => peer.remove(job.n, vectors));
    await expectNearest(peer, vectors.slice(0, job.dimensions), job.n, false);
    return { deleteMs };
  });
}

/** A changed index must show the change: asking with a row's own vector finds it, or no longer does. */
async function expectNearest(
  peer: VectorPeer,
  query: Float32Array,
  row: number,
  isThere: boolean,
): Promise<void> {
  const found = (await peer.search(query, LIMIT)).includes(row);
  if (found !== isThere)
    throw new Error(isThere ? "an added vector is not found" : "a deleted vector is still found");
}

/** From the saved bytes to the first answer, in a worker that has the library but nothing else. */
export async function measureVectorOpen(job: VectorJob, { steps, memory, store }: BenchDeps): Promise<void> {
  const set = createVectorSet({ dimensions: job.dimensions, count: job.n, seed: SEED });
  const queries = set.queries(job.queries);
  const before = await memory.measure();
  const library = await load(job.peer);
  let peer: VectorPeer | undefined;
  await steps.run("open", async () => {
    const openMs = await timed(async () => {
      peer = await library.open(store, optionsOf(job));
      await peer.search(queries[0] ?? new Float32Array(job.dimensions), LIMIT);
    });
    return { openMs };
  });
  const opened = peer;
  if (!opened) return;
  await steps.run("memory after opening", async () => {
    const { memoryBytes, wasmBytes } = memoryTaken(before, await memory.measure());
    return { openMemoryBytes: memoryBytes, openWasmBytes: wasmBytes };
  });
  await steps.run("query after opening", async () => {
    const { answers } = await timeQueries(
      queries.slice(0, 50),
      (query) => opened.search(query, LIMIT),
      QUERY_BUDGET_MS,
    );
    return { openRecall10: recall(answers, (job.truth ?? []).slice(0, answers.length)) };
  });
}

async function load(name: string): Promise<VectorPeerLibrary> {
  const loadPeer = VECTOR_PEERS[name];
  if (!loadPeer) throw new RangeError(`There is no vector engine "${name}"`);
  return loadPeer();
}

function optionsOf({ dimensions, n }: VectorJob): VectorPeerOptions {
  return { dimensions, capacity: n + CHANGED };
}
