import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { cpus, loadavg, release, tmpdir, totalmem, type } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildExtension } from "../../../extension/scripts/build/build-extension";
import { exitWithMessage } from "../../../extension/scripts/command/exit-with-message";
import { runChat } from "../chat/run-chat";
import { runConvert } from "../convert/run-convert";
import { createTextSet } from "../data/text-set";
import type { BenchResult, EngineRow, Machine } from "../report/bench-result";
import { curveSvg } from "../report/curve-svg";
import { printReport } from "../report/print-report";
import { evaluateTargets } from "../report/targets";
import { SEED } from "../worker/constants";
import { withBenchBrowser } from "./bench-browser";
import { type BenchOptions, parseBenchOptions, type Section } from "./bench-options";
import { bundleWorker } from "./bundle-worker";
import { collectText, type TextPieces } from "./collect-text";
import { installPeers } from "./install-peers";
import {
  type BenchRunDeps,
  runAnswers,
  runBandwidth,
  runCurve,
  runHybrid,
  runKeyword,
  runVector,
} from "./run-sections";
import { serveFolder } from "./serve-folder";

const HERE = fileURLToPath(new URL("../", import.meta.url));
const NODE_MODULES = fileURLToPath(new URL("../../../node_modules", import.meta.url));

/** The sections that conversion leaves out. */
const NOTHING = {
  ...{ vector: [], keyword: [], hybrid: [], typing: [], curve: [], answers: [], chat: [] },
  bandwidth: {},
};

try {
  const options = parseBenchOptions(process.argv.slice(2));
  const result = await bench(options);
  process.stdout.write(
    options.json ? `${JSON.stringify(result, undefined, 2)}\n` : `\n${printReport(result)}`,
  );
} catch (error) {
  exitWithMessage(error);
}

async function bench(options: BenchOptions): Promise<BenchResult> {
  if (options.sections.every((section) => section === "convert")) return benchConvert();
  await installPeers(log);
  const folder = await mkdtemp(join(tmpdir(), "atlas-bench-"));
  try {
    log("Bundling the worker and cutting the text …");
    await bundleWorker(folder);
    const pieces = await collectText(NODE_MODULES);
    await writeFile(join(folder, "text.json"), JSON.stringify(pieces));
    const server = await serveFolder(folder);
    try {
      return await runAll({ options, url: server.url, log }, pieces);
    } finally {
      await server.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Conversion needs neither the engines that it is compared with nor a browser. */
async function benchConvert(): Promise<BenchResult> {
  const before = loadavg()[0] ?? 0;
  const convert = await runConvert(log);
  const machine = describeMachine("not used", before);
  return { machine, ...NOTHING, convert, ratios: {} };
}

async function runAll(deps: BenchRunDeps, pieces: TextPieces): Promise<BenchResult> {
  const before = loadavg()[0] ?? 0;
  const { sections, engines } = deps.options;
  const wanted = (section: Section) => sections.includes(section);
  const isOurs = engines.includes("ours");
  const browser = await withBenchBrowser(
    { url: deps.url, onStep: () => {} },
    async (_run, version) => version,
  );
  const bandwidth = isOurs && wanted("vector") ? await runBandwidth(deps) : {};
  const vector = wanted("vector") ? await runVector(deps) : [];
  const keyword = wanted("keyword") ? await runKeyword(deps) : [];
  const hybrid = isOurs && wanted("hybrid") ? await runHybrid(deps) : [];
  const curve = isOurs && wanted("curve") ? await runCurve(deps) : { points: [], problems: [] };
  const answers = isOurs && wanted("answers") ? await runAnswers(deps) : [];
  const chat = isOurs && wanted("chat") ? await chatRows(pieces) : [];
  const convert = await convertRows(sections);
  for (const problem of curve.problems) log(`curve: ${problem}`);
  if (curve.points.length > 1) await writeCurve(curveSvg(curve.points), deps.options.out);
  const found = {
    machine: describeMachine(browser, before),
    vector,
    keyword,
    hybrid,
    typing: typingRows(hybrid, keyword),
    curve: curve.points,
    answers,
    chat,
    convert,
    bandwidth,
  };
  return { ...found, ratios: ratiosOf(found) };
}

async function convertRows(sections: readonly Section[]): Promise<readonly EngineRow[]> {
  return sections.includes("convert") ? runConvert(log) : [];
}

/** The product as it is built from this checkout. */
async function chatRows(pieces: TextPieces): Promise<readonly EngineRow[]> {
  log("Building Atlas …");
  const extension = await buildExtension();
  return runChat({ extension, texts: createTextSet({ pieces, count: pieces.length, seed: SEED }), log });
}

/** Typing was measured in passing: ours on the hybrid index where there is one, else on the text alone. */
function typingRows(hybrid: readonly EngineRow[], keyword: readonly EngineRow[]): readonly EngineRow[] {
  const rows = [...hybrid, ...keyword].filter(({ p50TypingMs }) => p50TypingMs !== undefined);
  return rows
    .filter(({ name }, at) => rows.findIndex((row) => row.name === name) === at)
    .map(({ name, n, p50TypingMs, p95TypingMs, prefixes }) => {
      return { name, n, p50Ms: p50TypingMs, p95Ms: p95TypingMs, prefixes, problems: [] };
    });
}

function ratiosOf(result: Omit<BenchResult, "ratios">): Record<string, number> {
  return Object.fromEntries(
    evaluateTargets(result).flatMap(({ target, value }) =>
      value === undefined ? [] : [[target.key, value]],
    ),
  );
}

async function writeCurve(svg: string, out: string | undefined): Promise<void> {
  const folder = out === undefined ? HERE : resolve(out);
  await mkdir(folder, { recursive: true });
  const path = join(folder, "curve.svg");
  await writeFile(path, svg);
  log(`Wrote ${path}`);
}

function describeMachine(browser: string, before: number): Machine {
  return {
    cpu: cpus()[0]?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryBytes: totalmem(),
    system: `${type()} ${release()}`,
    node: process.version,
    browser: `Chromium ${browser}`,
    loadAverage: [before, loadavg()[0] ?? 0],
  };
}

function log(line: string): void {
  process.stderr.write(`${line}\n`);
}
