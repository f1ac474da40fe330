import { readFile, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { exitWithMessage } from "../../../extension/scripts/command/exit-with-message";
import { parseCommandLine } from "../../../extension/scripts/command/parse-command-line";
import { type AnswerabilityFeatures, FEATURE_NAMES } from "../../answer/evidence/answerability";
import type { Embedder } from "../../embed/embedder";
import { compileKernel } from "../../search-index/kernel/compile-kernel";
import {
  type AnswerabilityExample,
  type AnswerabilitySet,
  collectExamples,
} from "../answerability/collect-examples";
import { fitLogistic, type LogisticModel, predict } from "../answerability/fit-logistic";
import { loadEmbedder } from "../load-embedder";
import { measureRefusal } from "../measure-refusal";
import { indexReadmes } from "../own-set/index-readmes";
import { addNoise } from "../training/add-noise";
import { parsePairs } from "../training/compose-training-set";
import { readDataset } from "./read-dataset";

const USAGE = "npm run train:answerability -- --dataset DIR [--dataset DIR2 …] [--pairs DIR] [--out FILE]";
const OUT = "engine/answer/evidence/answerability-weights.json";
const clock = { now: () => performance.timeOrigin + performance.now() };
const NOISE_LENGTH = 2;
const PAIR_QUESTIONS = 150;
/** By feature: more of it makes an answer more, or less, probable. */
const SIGNS = FEATURE_NAMES.map((name) => (name === "gap" ? -1 : name === "length" ? 0 : 1));

async function train(): Promise<void> {
  const { dataset, pairs, out, dump } = parseCommandLine(process.argv.slice(2), {
    usage: USAGE,
    options: {
      dataset: { type: "string", multiple: true, default: [] },
      pairs: { type: "string" },
      out: { type: "string", default: OUT },
      dump: { type: "string" },
    },
  });
  const embedder = await loadEmbedder();
  const kernel = await WebAssembly.compile(await compileKernel());
  const sets: { name: string; examples: readonly AnswerabilityExample[] }[] = [];
  const collect = async (set: AnswerabilitySet, embed = embedder) => {
    const toRow = (features: AnswerabilityFeatures) => FEATURE_NAMES.map((name) => features[name]);
    const examples = await collectExamples(set, { embedder: embed, clock, kernel, toRow });
    sets.push({ name: set.name, examples });
    console.log(`${set.name}: ${set.questions.length} questions, ${examples.length} statements`);
  };
  for (const folder of dataset) await collect(await toSet(folder));
  await collect(await readOwnSet(embedder, kernel));
  if (pairs) await collect(await readMedicalQuestions(pairs), addNoise(embedder, NOISE_LENGTH));
  for (const left of sets) {
    const others = sets.filter((set) => set !== left);
    if (others.length > 0)
      report(
        `${left.name}, by a model of the others`,
        left.examples,
        fitLogistic(
          others.map(({ examples }) => examples),
          SIGNS,
        ),
      );
  }
  const model = fitLogistic(
    sets.map(({ examples }) => examples),
    SIGNS,
  );
  for (const { name, examples } of sets) report(name, examples, model);
  console.log(
    FEATURE_NAMES.map((name, at) => `${name} ${model.weights[at]?.toFixed(2)}`).join(", "),
    "bias",
    model.bias.toFixed(2),
  );
  if (dump) await writeFile(dump, JSON.stringify(sets));
  const round = (value: number) => Math.round(value * 1_000) / 1_000;
  const weights = Object.fromEntries(FEATURE_NAMES.map((name, at) => [name, round(model.weights[at] ?? 0)]));
  await writeFile(out, `${JSON.stringify({ bias: round(model.bias), weights }, undefined, 2)}\n`);
}

function report(title: string, examples: readonly AnswerabilityExample[], model: LogisticModel): void {
  const best = examples.filter(({ isBest }) => isBest);
  const scores = (answerable: boolean) =>
    best
      .filter(({ isAnswerable }) => isAnswerable === answerable)
      .map(({ features }) => predict(model, features));
  const [found, missing] = [scores(true), scores(false)];
  const { auc, refusedAt } = measureRefusal(found, missing);
  const share = (values: readonly number[]) =>
    values.filter((value) => value >= 0.5).length / Math.max(1, values.length);
  console.log(
    `${title}: AUC ${auc.toFixed(3)}, refused at 0.80 answered ${refusedAt["0.80"]?.toFixed(3)}; at 0.5: answered ${share(found).toFixed(3)}, refused ${(1 - share(missing)).toFixed(3)}`,
  );
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
