import { basename, resolve } from "node:path";
import { compileKernel } from "../../search-index/kernel/compile-kernel";
import { evaluateDataset } from "../evaluate-dataset";
import { indexCorpus } from "../index-corpus";
import { loadEmbedder } from "../load-embedder";
import { parseOptions } from "./parse-options";
import { readDataset } from "./read-dataset";

const clock = { now: () => performance.timeOrigin + performance.now() };

/** `npm run eval -- --dataset DIR [--mode hybrid|keyword|vector] [--json]` */
async function evaluate(): Promise<void> {
  const { dataset: folder, mode, json } = parseOptions(process.argv.slice(2));
  const dataset = await readDataset(folder);
  const [embedder, wasm] = await Promise.all([loadEmbedder(), compileKernel()]);
  const kernel = await WebAssembly.compile(wasm);
  const begin = clock.now();
  const corpus = dataset.corpus.map((entry) => ({ ...entry, format: "plain" as const }));
  const retriever = await indexCorpus(corpus, { embedder, clock, kernel });
  const seconds = (clock.now() - begin) / 1000;
  const evaluation = await evaluateDataset(dataset.queries, retriever, { mode, clock });
  const name = basename(resolve(folder));
  if (json) {
    console.log(JSON.stringify({ dataset: name, mode, ...evaluation }));
    return;
  }
  console.log(`${name}, ${mode}: ${corpus.length} documents, indexed in ${seconds.toFixed(1)} s`);
  console.log(`nDCG@10     ${evaluation.ndcg10.toFixed(3)}`);
  console.log(`recall@100  ${evaluation.recall100.toFixed(3)}`);
  console.log(`MRR@10      ${evaluation.mrr10.toFixed(3)}`);
  console.log(`queries/s   ${evaluation.queriesPerSecond.toFixed(0)}  (${dataset.queries.length} queries)`);
}

evaluate().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
