import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { exitWithMessage } from "../../../extension/scripts/command/exit-with-message";
import { parseCommandLine } from "../../../extension/scripts/command/parse-command-line";
import { FEATURE_NAMES } from "../../retrieve/rerank/measure-features";
import { loadEmbedder } from "../load-embedder";
import { addNoise } from "../training/add-noise";
import { collectExamples, type Example } from "../training/collect-examples";
import { composeTrainingSet } from "../training/compose-training-set";
import { fitWeights } from "../training/fit-weights";
import { parsePairs } from "../training/parse-pairs";
import { toShares } from "../training/to-shares";
import { TRAINING_FILES } from "../training/training-sets";

const USAGE = "npm run train:reranker -- --pairs DIR [--seed N] [--out FILE]";
const OUT = "engine/retrieve/rerank/weights.json";
/** Brings the vectors' nDCG@10 on the training sets from 110 % of that of keywords to 80 %, as on the development sets. */
const NOISE_LENGTH = 2;

/**
 * `npm run train:reranker -- --pairs DIR [--seed N] [--out FILE]` fits the reranker's weights to files of pairs
 * (`pairs-<name>.tsv.gz`, lines of `query TAB passage`) and writes them. The same pairs and seed, the same weights.
 */
async function train(): Promise<void> {
  const { pairs, seed, out } = parseCommandLine(process.argv.slice(2), {
    usage: USAGE,
    options: {
      pairs: { type: "string" },
      seed: { type: "string", default: "1" },
      out: { type: "string", default: OUT },
    },
  });
  if (!pairs) throw new TypeError("Cannot train: name a folder with --pairs DIR");
  if (!/^\d+$/.test(seed)) throw new TypeError(`Cannot train with seed "${seed}": give a whole number`);
  const embedder = await loadEmbedder();
  const noisyEmbedder = addNoise(embedder, NOISE_LENGTH);
  const sets: (readonly Example[])[] = [];
  for (const [at, file] of TRAINING_FILES.entries()) {
    const set = composeTrainingSet(await readPairs(pairs, file.name), { ...file, seed: Number(seed) + at });
    const examples = await collectExamples(set, noisyEmbedder);
    const titling = file.titled ? "with titles" : "without titles";
    console.log(`${file.name}, ${titling}: ${examples.length} of ${set.queries.length} questions`);
    sets.push(examples);
  }
  const { weights, loss } = fitWeights(sets);
  const shares = toShares(weights);
  const content = {
    embedder: embedder.id,
    weights: Object.fromEntries(FEATURE_NAMES.map((name, at) => [name, shares[at]])),
  };
  await writeFile(out, `${JSON.stringify(content, undefined, 2)}\n`);
  console.log(`loss ${loss.toFixed(4)}, wrote ${out}`);
  for (const [at, name] of FEATURE_NAMES.entries()) console.log(`${name.padEnd(26)} ${shares[at]}`);
}

async function readPairs(folder: string, name: string) {
  const path = join(folder, `pairs-${name}.tsv.gz`);
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    throw new RangeError(`Cannot read ${path}: the training files are pairs-<name>.tsv.gz`, { cause });
  }
  return parsePairs(gunzipSync(bytes).toString("utf8"));
}

train().catch(exitWithMessage);
