import { readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { exitWithMessage } from "../../../extension/scripts/command/exit-with-message";
import { createAnswerer } from "../../answer/create-answerer";
import { assessEvidence } from "../../answer/evidence/assess-evidence";
import { english } from "../../language/english/english";
import type { Retriever } from "../../retrieve/retriever";
import { compileKernel } from "../../search-index/kernel/compile-kernel";
import { type ConversationRates, evaluateConversations } from "../evaluate-conversations";
import { indexCorpus } from "../index-corpus";
import { loadEmbedder } from "../load-embedder";
import { parseConversations } from "../parse-conversations";
import { parseOptions } from "./parse-options";
import { readDataset } from "./read-dataset";

const clock = { now: () => performance.timeOrigin + performance.now() };
const ANSWERER_DEPS = {
  language: english,
  clock,
  yieldToOthers: async () => {},
  scopePhrase: "in the corpus",
  sourceLabel: (sourceId: string) => sourceId,
  readerUrl: "atlas:reader",
};

/** `npm run eval:answers -- --dataset DIR [--json]` evaluates follow-ups, quotes and refusals over conversations. */
async function evaluate(): Promise<void> {
  const { dataset: folder, json } = parseOptions(process.argv.slice(2));
  const dataset = await readDataset(folder);
  const conversations = parseConversations(await readFile(join(folder, "conversations.jsonl"), "utf8"));
  const embedder = await loadEmbedder();
  const kernel = await WebAssembly.compile(await compileKernel());
  const corpus = dataset.corpus.map((entry) => ({ ...entry, format: "plain" as const }));
  const retriever = await indexCorpus(corpus, { embedder, clock, kernel });
  const texts = new Map(corpus.map(({ id, text }) => [id, text]));
  const rates = await evaluateConversations(dataset.queries, conversations, {
    retriever,
    answererOf: (one: Retriever) => createAnswerer({ ...ANSWERER_DEPS, retriever: one, embedder }),
    evidenceOf: async (question, one) => {
      const evidence = await assessEvidence(question, {}, { ...ANSWERER_DEPS, retriever: one, embedder });
      return evidence.score;
    },
    textOf: (id) => texts.get(id) ?? "",
  });
  const name = basename(resolve(folder));
  if (json) console.log(JSON.stringify({ dataset: name, ...rates }));
  else print(name, rates);
}

function print(
  dataset: string,
  { followUps, alone, rewritten, switched, ...rates }: ConversationRates,
): void {
  console.log(`${dataset}, ${followUps} questions that follow others`);
  console.log(`nDCG@10 of the question alone  ${alone.ndcg10.toFixed(3)}`);
  console.log(`nDCG@10 rewritten              ${rewritten.ndcg10.toFixed(3)}`);
  console.log(`recall@10 of the question alone  ${alone.recall10.toFixed(3)}`);
  console.log(`recall@10 rewritten            ${rewritten.recall10.toFixed(3)}`);
  console.log(`${switched.questions} first questions, asked after another conversation`);
  console.log(`nDCG@10 of the question alone  ${switched.alone.ndcg10.toFixed(3)}`);
  console.log(`nDCG@10 rewritten              ${switched.rewritten.ndcg10.toFixed(3)}`);
  console.log(`answered                       ${rates.answered.toFixed(3)}`);
  console.log(`quoted words in a reference    ${rates.overlap.toFixed(3)}`);
  console.log(`refused without its references ${rates.refused.toFixed(3)}`);
  console.log(`AUC of the evidence            ${rates.curve.auc.toFixed(3)}`);
  for (const [answered, refused] of Object.entries(rates.curve.refusedAt)) {
    console.log(`refused when ${answered} answered     ${refused.toFixed(3)}`);
  }
}

evaluate().catch(exitWithMessage);
