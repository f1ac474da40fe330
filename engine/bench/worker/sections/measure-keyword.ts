import type { TextSet } from "../../data/text-set";
import { typedPrefixes } from "../../data/typed-prefixes";
import { timeQueries } from "../../measure/time-queries";
import type { KeywordPeer, KeywordPeerLibrary } from "../../peers/keyword-peer";
import { KEYWORD_PEERS } from "../../peers/keyword-peers";
import type { BenchDeps } from "../bench-deps";
import { BATCH, CHANGED, LIMIT, QUERY_BUDGET_MS, TYPED_QUERIES, TYPING_BUDGET_MS } from "../constants";
import type { KeywordJob } from "../job";
import { loadText } from "../load-text";
import { memoryTaken } from "../memory-meter";
import { timed } from "../timed";

/** Builds, asks, weighs, saves and changes one engine's index of `n` texts. */
export async function measureKeywordBuild(job: KeywordJob, deps: BenchDeps): Promise<void> {
  const { steps, memory, store } = deps;
  const set = await loadText(job.n);
  const short = set.shortQueries(job.queries);
  const long = set.longQueries(job.queries);
  const before = await memory.measure();
  const peer = await (await load(job.peer)).create();
  const isBuilt = await steps.run("build", async () => {
    let buildMs = 0;
    let tidyMs = 0;
    let commitMs = 0;
    for (let first = 0; first < job.n; first += BATCH) {
      const texts = set.texts(first, Math.min(BATCH, job.n - first));
      buildMs += await timed(() => peer.add(first, texts));
      tidyMs += await timed(() => peer.compact?.());
      commitMs += await timed(() => peer.commit?.(store));
    }
    return { buildMs: buildMs + tidyMs, tidyMs, commitMs };
  });
  if (!isBuilt) return;
  await measureQueries(peer, short, long, steps);
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

async function measureQueries(
  peer: KeywordPeer,
  short: readonly string[],
  long: readonly string[],
  steps: BenchDeps["steps"],
): Promise<void> {
  await steps.run("two-term queries", async () => {
    const { p50Ms, p95Ms, count, answers } = await timeQueries(
      short,
      (query) => peer.search(query, LIMIT),
      QUERY_BUDGET_MS,
    );
    return { p50ShortMs: p50Ms, p95ShortMs: p95Ms, shortQueries: count, shortAnswered: answered(answers) };
  });
  await steps.run("sentence queries", async () => {
    const { p50Ms, p95Ms, count, answers } = await timeQueries(
      long,
      (query) => peer.search(query, LIMIT),
      QUERY_BUDGET_MS,
    );
    return { p50LongMs: p50Ms, p95LongMs: p95Ms, longQueries: count, longAnswered: answered(answers) };
  });
  const suggest = peer.suggest;
  if (!suggest) return;
  await steps.run("search as you type", async () => {
    const prefixes = typedPrefixes(short.slice(0, TYPED_QUERIES));
    const { p50Ms, p95Ms, count } = await timeQueries(
      prefixes,
      (prefix) => suggest(prefix, LIMIT),
      TYPING_BUDGET_MS,
    );
    return { p50TypingMs: p50Ms, p95TypingMs: p95Ms, prefixes: count };
  });
}

/** Queries with at least one result; every query is taken from a text, so all should have one. */
function answered(answers: readonly (readonly number[])[]): number {
  return answers.filter((answer) => answer.length > 0).length;
}

async function measureChanges(
  peer: KeywordPeer,
  set: TextSet,
  job: KeywordJob,
  steps: BenchDeps["steps"],
): Promise<void> {
  const marked = set
    .texts(job.n, CHANGED)
    .map((text, at) => (at === 0 ? `${text} zyzzyva quokkaswim` : text));
  await steps.run("add", async () => {
    const addMs = await timed(() => peer.add(job.n, marked));
    await expectFound(peer, job.n, true);
    return { addMs };
  });
  await steps.run("delete", async () => {
    const deleteMs = await timed(() => peer.remove(job.n, marked));
    await expectFound(peer, job.n, false);
    return { deleteMs };
  });
}

/** A changed index must show the change. */
async function expectFound(peer: KeywordPeer, row: number, isThere: boolean): Promise<void> {
  const found = (await peer.search("zyzzyva quokkaswim", LIMIT)).includes(row);
  if (found !== isThere)
    throw new Error(isThere ? "an added text is not found" : "a deleted text is still found");
}

/** From the saved bytes to the first answer, in a worker that has the library but nothing else. */
export async function measureKeywordOpen(
  job: KeywordJob,
  { steps, memory, store }: BenchDeps,
): Promise<void> {
  const set = await loadText(job.n);
  const [first = ""] = set.longQueries(1);
  const before = await memory.measure();
  const library = await load(job.peer);
  let peer: KeywordPeer | undefined;
  await steps.run("open", async () => {
    let found = 0;
    const openMs = await timed(async () => {
      peer = await library.open(store);
      found = (await peer.search(first, LIMIT)).length;
    });
    if (found === 0) throw new Error("the first query found nothing");
    return { openMs };
  });
  if (!peer) return;
  await steps.run("memory after opening", async () => {
    const { memoryBytes, wasmBytes } = memoryTaken(before, await memory.measure());
    return { openMemoryBytes: memoryBytes, openWasmBytes: wasmBytes };
  });
}

async function load(name: string): Promise<KeywordPeerLibrary> {
  const loadPeer = KEYWORD_PEERS[name];
  if (!loadPeer) throw new RangeError(`There is no keyword engine "${name}"`);
  return loadPeer();
}
