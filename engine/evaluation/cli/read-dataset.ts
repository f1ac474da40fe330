import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Dataset, parseDataset } from "../parse-dataset";

/** Reads the three files of a dataset folder. */
export async function readDataset(folder: string): Promise<Dataset> {
  const [corpus, queries, qrels] = await Promise.all([
    readText(folder, "corpus.jsonl"),
    readText(folder, "queries.jsonl"),
    readText(folder, "qrels.tsv"),
  ]);
  const dataset = parseDataset({ corpus, queries, qrels });
  if (dataset.queries.length === 0) {
    throw new RangeError(`Cannot evaluate "${folder}": no query has a relevant document in qrels.tsv`);
  }
  return dataset;
}

async function readText(folder: string, name: string): Promise<string> {
  try {
    return await readFile(join(folder, name), "utf8");
  } catch (cause) {
    throw new RangeError(
      `Cannot read ${join(folder, name)}: a dataset has corpus.jsonl, queries.jsonl and qrels.tsv`,
      {
        cause,
      },
    );
  }
}
