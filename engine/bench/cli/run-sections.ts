import { KEYWORD_PEERS } from "../peers/keyword-peers";
import { VECTOR_PEERS } from "../peers/vector-peers";
import type { BenchResult, CurvePoint, EngineRow } from "../report/bench-result";
import type { Job, JobReport } from "../worker/job";
import { type RunJob, withBenchBrowser } from "./bench-browser";
import type { BenchOptions } from "./bench-options";

export interface BenchRunDeps {
  readonly options: BenchOptions;
  /** Where the bundled page is served. */
  readonly url: string;
  /** Told what is going on, for people who wait. */
  readonly log: (line: string) => void;
}

export const QUERIES = 200;
/** The engine whose answers are the truth. */
const EXACT = "float32-js";
const CSP_LIMIT_MS = 60_000;

type Truth = readonly (readonly number[])[];

/** A job gets as long as the slowest useful engine needs; the rest is a row that says it gave up. */
const limitFor = (n: number) => 120_000 + 8 * n;

/** Every vector engine in a browser of its own: build, open, and a try under an extension's policy. */
export async function runVector(deps: BenchRunDeps): Promise<readonly EngineRow[]> {
  const { n, dimensions, engines } = deps.options;
  const rows: EngineRow[] = [];
  let truth: Truth | undefined;
  for (const peer of Object.keys(VECTOR_PEERS)) {
    if (peer !== EXACT && !engines.includes(peer)) continue;
    const job = { peer, n, dimensions, queries: QUERIES, ...(truth && { truth }) };
    const row = await runEngine(deps, { section: "vector", peer }, (run) => [
      () => run({ ...job, kind: "vector-build" }, limitFor(n)),
      () => run({ ...job, kind: "vector-open" }, limitFor(n)),
    ]);
    const { answers, ...shown } = row;
    if (peer === EXACT) truth = answers as Truth | undefined;
    if (engines.includes(peer)) rows.push({ ...shown, dim: dimensions });
  }
  return rows;
}

export async function runKeyword(deps: BenchRunDeps): Promise<readonly EngineRow[]> {
  const { n, engines } = deps.options;
  const rows: EngineRow[] = [];
  for (const peer of Object.keys(KEYWORD_PEERS).filter((name) => engines.includes(name))) {
    const job = { peer, n, queries: QUERIES };
    rows.push(
      await runEngine(deps, { section: "keyword", peer }, (run) => [
        () => run({ ...job, kind: "keyword-build" }, limitFor(n)),
        () => run({ ...job, kind: "keyword-open" }, limitFor(n)),
      ]),
    );
  }
  return rows;
}

export async function runHybrid(deps: BenchRunDeps): Promise<readonly EngineRow[]> {
  const { n, dimensions } = deps.options;
  const job = { n, dimensions, queries: QUERIES };
  deps.log("hybrid · ours");
  const reports = await inBrowser(deps, async (run) => [
    await run({ ...job, kind: "hybrid-build" }, limitFor(n)),
    await run({ ...job, kind: "hybrid-open" }, limitFor(n)),
  ]);
  return [{ ...toRow("ours", n, reports), dim: dimensions }];
}

/** From a tenth to ten times `n`, in steps of about three. */
export async function runCurve(
  deps: BenchRunDeps,
): Promise<{ readonly points: readonly CurvePoint[]; readonly problems: readonly string[] }> {
  const { n, dimensions } = deps.options;
  const sizes = [0.1, 0.3, 1, 3, 10].map((factor) =>
    Math.max(1_000, Math.round((n * factor) / 1_000) * 1_000),
  );
  deps.log("curve · ours");
  const { fields, problems } = await inBrowser(deps, (run) =>
    run({ kind: "curve", sizes: [...new Set(sizes)], dimensions, queries: QUERIES }, limitFor(20 * n)),
  );
  return { points: (fields.points ?? []) as readonly CurvePoint[], problems };
}

/** Atlas's own assembly, from the outbox to the answer: a row for each who may answer. */
export async function runAnswers(deps: BenchRunDeps): Promise<readonly EngineRow[]> {
  const { n } = deps.options;
  const job = { n, queries: QUERIES };
  deps.log("answers · ours");
  const reports = await inBrowser(deps, async (run) => [
    await run({ ...job, kind: "answers-build" }, limitFor(n)),
    await run({ ...job, kind: "answers-open" }, limitFor(n)),
  ]);
  const { device, cloud, none, ...size } = reports[0]?.fields ?? {};
  const opened = reports[1]?.fields.device;
  return Object.entries({ device: Object.assign({}, device, opened), cloud, none }).map(([name, fields]) => ({
    ...{ name, n, ...size, ...(fields as object | undefined) },
    problems: name === "device" ? reports.flatMap(({ problems }) => problems) : [],
  }));
}

export async function runBandwidth(deps: BenchRunDeps): Promise<BenchResult["bandwidth"]> {
  const { n, dimensions } = deps.options;
  deps.log("memory bandwidth");
  const { fields, problems } = await inBrowser(deps, (run) =>
    run({ kind: "bandwidth", n, dimensions }, limitFor(n)),
  );
  return { ...fields, problems };
}

async function runEngine(
  deps: BenchRunDeps,
  { section, peer }: { readonly section: "vector" | "keyword"; readonly peer: string },
  jobs: (run: RunJob) => readonly [build: () => Promise<JobReport>, open: () => Promise<JobReport>],
): Promise<EngineRow> {
  deps.log(`${section} · ${peer}`);
  return inBrowser(deps, async (run) => {
    const [build, open] = jobs(run);
    const reports = [await build()];
    if (typeof reports[0]?.fields.savedBytes === "number") reports.push(await open());
    const csp: Job = { kind: "csp", section, peer };
    const underPolicy = await run(csp, CSP_LIMIT_MS);
    const runsInExtension = underPolicy.problems.length === 0;
    return {
      ...toRow(peer, deps.options.n, [...reports, { ...underPolicy, fields: {} }]),
      runsInExtension,
    };
  });
}

function inBrowser<Result>(
  { url, log }: BenchRunDeps,
  use: (run: RunJob) => Promise<Result>,
): Promise<Result> {
  return withBenchBrowser({ url, onStep: (name) => log(`  ${name}`) }, use);
}

function toRow(name: string, n: number, reports: readonly JobReport[]): EngineRow {
  return {
    name,
    n,
    ...Object.assign({}, ...reports.map(({ fields }) => fields)),
    problems: reports.flatMap(({ problems }) => problems),
  };
}
