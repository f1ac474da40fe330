import { basename, resolve } from "node:path";
import { exitWithMessage } from "../../../extension/scripts/command/exit-with-message";
import { createAnswerer } from "../../answer/create-answerer";
import { english } from "../../language/english/english";
import type { RetrievalMode, Retriever } from "../../retrieve/retriever";
import { compileKernel } from "../../search-index/kernel/compile-kernel";
import { type AnswerRates, answerRates, type ExpectedAnswer, judgeAnswers } from "../evaluate-answers";
import { type Evaluation, evaluateDataset } from "../evaluate-dataset";
import { indexCorpus } from "../index-corpus";
import { loadEmbedder } from "../load-embedder";
import type { Dataset } from "../parse-dataset";
import { parseOptions } from "./parse-options";
import { readDataset } from "./read-dataset";

const clock = { now: () => performance.timeOrigin + performance.now() };
const ANSWERER_DEPS = {
  language: english,
  yieldToOthers: async () => {},
  scopePhrase: "in the corpus",
  sourceLabel: (sourceId: string) => sourceId,
  readerUrl: "atlas:reader",
};

/**
 * `npm run eval -- --dataset DIR [--mode hybrid|keyword|vector] [--rerank on|off] [--json]` evaluates the ranking, `npm
 * run eval -- --dataset DIR --answers [--foreign DIR …] [--json]` the answers.
 */
async function evaluate(): Promise<void> {
  const { dataset: folder, mode, rerank, json, answers, foreign } = parseOptions(process.argv.slice(2));
  const dataset = await readDataset(folder);
  const foreignSets = await Promise.all(foreign.map(readDataset));
  const [embedder, wasm] = await Promise.all([loadEmbedder(), compileKernel()]);
  const kernel = await WebAssembly.compile(wasm);
  const begin = clock.now();
  const corpus = dataset.corpus.map((entry) => ({ ...entry, format: "plain" as const }));
  const indexed = await indexCorpus(corpus, { embedder, clock, kernel });
  const retriever: Retriever = {
    ...indexed,
    retrieve: (question, options) => indexed.retrieve(question, { ...options, rerank }),
  };
  const seconds = (clock.now() - begin) / 1000;
  if (!json) console.log(`${corpus.length} documents, indexed in ${seconds.toFixed(1)} s`);
  const name = basename(resolve(folder));
  if (answers) {
    const answerer = createAnswerer({ ...ANSWERER_DEPS, retriever, embedder, clock });
    const questions = [...answerableQuestions(dataset), ...foreignSets.flatMap(foreignQuestions)];
    printAnswers(name, answerRates(await judgeAnswers(questions, answerer)), json);
  } else {
    printRanking(
      name,
      { mode, ...(await evaluateDataset(dataset.queries, retriever, { mode, clock })) },
      json,
    );
  }
}

function answerableQuestions({ queries }: Dataset): readonly ExpectedAnswer[] {
  return queries.map(({ text, grades }) => {
    return { question: text, gold: [...grades].flatMap(([id, grade]) => (grade > 0 ? [id] : [])) };
  });
}

function foreignQuestions({ queries }: Dataset): readonly ExpectedAnswer[] {
  return queries.map(({ text }) => ({ question: text, gold: [] }));
}

function printAnswers(dataset: string, { right, ...rates }: AnswerRates, json: boolean): void {
  if (json) {
    console.log(JSON.stringify({ dataset, ...rates }));
    return;
  }
  console.log(`${dataset}, answers`);
  console.log(`answered                    ${rates.answered.toFixed(3)}`);
  console.log(`cite a relevant document    ${rates.cited.toFixed(3)}`);
  console.log(`citations that are relevant ${rates.relevant.toFixed(3)}`);
  console.log(`foreign questions refused   ${rates.refused.toFixed(3)}`);
}

function printRanking(
  dataset: string,
  evaluation: Evaluation & { readonly mode: RetrievalMode },
  json: boolean,
): void {
  if (json) {
    console.log(JSON.stringify({ dataset, ...evaluation }));
    return;
  }
  console.log(`${dataset}, ${evaluation.mode}`);
  console.log(`nDCG@10     ${evaluation.ndcg10.toFixed(3)}`);
  console.log(`recall@100  ${evaluation.recall100.toFixed(3)}`);
  console.log(`MRR@10      ${evaluation.mrr10.toFixed(3)}`);
  console.log(`queries/s   ${evaluation.queriesPerSecond.toFixed(0)}`);
  if (evaluation.rerankMs !== undefined)
    console.log(`reranking   ${evaluation.rerankMs.toFixed(1)} ms a query`);
}

evaluate().catch(exitWithMessage);
