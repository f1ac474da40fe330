import { readFile, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { exitWithMessage } from "../../../extension/scripts/command/exit-with-message";
import { parseCommandLine } from "../../../extension/scripts/command/parse-command-line";
import { type AnswerabilityFeatures, FEATURE_NAMES } from "../../answer/evidence/answerability";
import type { Embedder } from "../../embed/embedder";
import { compileKernel } from "../../search-index/kernel/compile-kernel";
import { collectCaseExamples } from "../answerability/collect-case-examples";
import {
  type AnswerabilityExample,
  type AnswerabilitySet,
  collectSetExamples,
} from "../answerability/collect-set-examples";
import { drawReliability } from "../answerability/draw-reliability";
import { fitLogistic, type LogisticModel, predict } from "../answerability/fit-logistic";
import { readCases } from "../cases/read-cases";
import { loadEmbedder } from "../load-embedder";
import { measureRefusal } from "../measure-refusal";
import { indexReadmes } from "../own-set/index-readmes";
import { addNoise } from "../training/add-noise";
import { parsePairs } from "../training/compose-training-set";
import { readDataset } from "./read-dataset";

const USAGE =
  "npm run train:answerability -- --dataset DIR … --cases DIR … [--pairs DIR] [--out FILE] [--diagram FILE]";
const OUT = "engine/answer/evidence/answerability-weights.json";
const DIAGRAM = "engine/evaluation/answerability/reliability.svg";
const clock = { now: () => performance.timeOrigin + performance.now() };
const NOISE_LENGTH = 2;
const PAIR_QUESTIONS = 150;
const DIGITS = 1_000;
/** Too few questions exclude something for its weight to be learned. */
const LEARNED = FEATURE_NAMES.filter((name) => name !== "polarity");
/** By feature: more of it makes an answer more, or less, probable. */
const SIGNS = LEARNED.map((name) => (name === "gap" ? -1 : name === "length" ? 0 : 1));

interface ExampleSet {
  readonly name: string;
  readonly examples: readonly AnswerabilityExample[];
}

/**
 * Fits the weights by which the best statement of a question is judged, reports each set by a model of the others, and
 * writes the weights and a reliability diagram.
 */
async function train(): Promise<void> {
  const options = parseCommandLine(process.argv.slice(2), {
    usage: USAGE,
    options: {
      dataset: { type: "string", multiple: true, default: [] },
      cases: { type: "string", multiple: true, default: [] },
      pairs: { type: "string" },
      out: { type: "string", default: OUT },
      diagram: { type: "string", default: DIAGRAM },
    },
  });
  const sets = await collectSets(options);
  const learn = (chosen: readonly ExampleSet[]) =>
    fitLogistic(
      chosen.map(({ examples }) => examples),
      SIGNS,
    );
  for (const left of sets) {
    const others = sets.filter((set) => set !== left);
    if (others.length > 0) report(`${left.name}, by a model of the others`, left.examples, learn(others));
  }
  const model = learn(sets);
  for (const { name, examples } of sets) report(name, examples, model);
  await writeFile(options.out, toJson(model));
  await writeFile(
    options.diagram,
    drawReliability(
      sets.flatMap(({ examples }) => examples),
      model,
    ),
  );
}

function toJson({ bias, weights }: LogisticModel): string {
  const round = (value: number) => Math.round(value * DIGITS) / DIGITS;
  const byName = Object.fromEntries(LEARNED.map((name, at) => [name, round(weights[at] ?? 0)]));
  return `${JSON.stringify({ bias: round(bias), weights: byName }, undefined, 2)}\n`;
}

interface SetOptions {
  readonly dataset: readonly string[];
  readonly cases: readonly string[];
  readonly pairs?: string | undefined;
}

async function collectSets({ dataset, cases, pairs }: SetOptions): Promise<readonly ExampleSet[]> {
  const embedder = await loadEmbedder();
  const kernel = await WebAssembly.compile(await compileKernel());
  const toRow = (features: AnswerabilityFeatures) => LEARNED.map((name) => features[name]);
  const sets: ExampleSet[] = [];
  const add = (name: string, examples: readonly AnswerabilityExample[]) => {
    sets.push({ name, examples });
    console.log(`${name}: ${examples.length} statements`);
  };
  const collect = async (set: AnswerabilitySet, own: Embedder = embedder) =>
    add(set.name, await collectSetExamples(set, { embedder: own, clock, kernel, toRow }));
  for (const folder of cases) {
    const examples: AnswerabilityExample[] = [];
    for (const named of await readCases(folder)) {
      examples.push(...(await collectCaseExamples(named, { embedder, clock, toRow })));
    }
    add(basename(resolve(folder)), examples);
  }
  for (const folder of dataset) await collect(await toSet(folder));
  await collect(await readOwnSet(embedder, kernel));
  if (pairs) await collect(await readMedicalQuestions(pairs), addNoise(embedder, NOISE_LENGTH));
  return sets;
}

const REPORTED = [0.4, 0.5, 0.6, 0.7];

function report(title: string, examples: readonly AnswerabilityExample[], model: LogisticModel): void {
  const scored = examples.map((example) => ({ ...example, score: predict(model, example.features) }));
  const answerable = scored.filter(({ isAnswerable }) => isAnswerable);
  const unanswerable = scored.filter(({ isAnswerable }) => !isAnswerable);
  const { auc } = measureRefusal(
    answerable.map(({ score }) => score),
    unanswerable.map(({ score }) => score),
  );
  console.log(`${title}: AUC ${auc.toFixed(3)}`);
  for (const threshold of REPORTED) {
    const shown = answerable.filter(({ score }) => score >= threshold);
    const right = shown.filter(({ answers }) => answers).length / Math.max(1, answerable.length);
    const wrong = shown.length / Math.max(1, answerable.length) - right;
    const refused =
      unanswerable.filter(({ score }) => score < threshold).length / Math.max(1, unanswerable.length);
    console.log(
      `  from ${threshold}: right ${right.toFixed(2)}, wrong ${wrong.toFixed(2)}, refused ${refused.toFixed(2)}`,
    );
  }
}

async function toSet(folder: string): Promise<AnswerabilitySet> {
  const { corpus, queries } = await readDataset(folder);
  return {
    name: basename(resolve(folder)),
    corpus: corpus.map((entry) => ({ ...entry, format: "plain" as const })),
    questions: queries.map(({ text, grades }) => ({
      text,
      gold: new Set([...grades].flatMap(([id, grade]) => (grade > 0 ? [id] : []))),
    })),
  };
}

/** The project's own questions over its packages' README files. */
async function readOwnSet(embedder: Embedder, kernel: WebAssembly.Module): Promise<AnswerabilitySet> {
  const root = fileURLToPath(new URL("../../../", import.meta.url));
  const lines = await readFile(new URL("../own-set/questions.jsonl", import.meta.url), "utf8");
  const questions = lines
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { question: string; gold: string[] });
  return {
    name: "own-set",
    corpus: await indexReadmes(root, { embedder, clock, kernel }),
    questions: questions.flatMap(({ question, gold }) =>
      gold.length === 0 ? [] : [{ text: question, gold: new Set(gold) }],
    ),
  };
}

/** Questions that people ask of the same few subjects, so that what is left without an answer is near it. */
async function readMedicalQuestions(folder: string): Promise<AnswerabilitySet> {
  const lines = parsePairs(gunzipSync(await readFile(join(folder, "pairs-medquad.tsv.gz"))).toString("utf8"));
  const pairs = lines.slice(0, 2_000);
  const gold = new Map<string, Set<string>>();
  for (const [id, { query }] of pairs.entries()) {
    const ids = gold.get(query) ?? new Set();
    gold.set(query, ids.add(String(id)));
  }
  return {
    name: "medquad",
    corpus: pairs.map(({ passage }, id) => ({ id: String(id), title: "", text: passage, format: "plain" })),
    questions: [...gold].slice(0, PAIR_QUESTIONS).map(([text, ids]) => ({ text, gold: ids })),
  };
}

train().catch(exitWithMessage);
