import * as z from "zod";
import type { Grades } from "./measure-ranking";

export interface CorpusEntry {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface JudgedQuery {
  readonly id: string;
  readonly text: string;
  readonly grades: Grades;
}

/** A retrieval dataset in the format of the BEIR benchmark. */
export interface Dataset {
  readonly corpus: readonly CorpusEntry[];
  /** Only queries with at least one relevant document. */
  readonly queries: readonly JudgedQuery[];
}

export interface DatasetFiles {
  /** Lines of `{_id, title?, text}`. */
  readonly corpus: string;
  /** Lines of `{_id, text}`. */
  readonly queries: string;
  /** A header, then query id, corpus id and grade, separated by tabs. */
  readonly qrels: string;
}

const corpusLine = z.object({ _id: z.string(), title: z.string().default(""), text: z.string() });
const queryLine = z.object({ _id: z.string(), text: z.string() });

/** Parses a dataset; throws SyntaxError with file and line for a malformed line. */
export function parseDataset(files: DatasetFiles): Dataset {
  const corpus = parseLines(files.corpus, "corpus.jsonl", corpusLine);
  const judgements = parseQrels(files.qrels);
  const queries = parseLines(files.queries, "queries.jsonl", queryLine).flatMap(({ _id, text }) => {
    const grades = judgements.get(_id);
    return grades && [...grades.values()].some((grade) => grade > 0) ? [{ id: _id, text, grades }] : [];
  });
  return { corpus: corpus.map(({ _id, title, text }) => ({ id: _id, title, text })), queries };
}

function parseLines<T>(content: string, file: string, schema: z.ZodType<T>): readonly T[] {
  return content.split("\n").flatMap((line, position) => {
    if (line.trim() === "") return [];
    const parsed = schema.safeParse(parseJson(line));
    if (!parsed.success)
      throw new SyntaxError(`Cannot read ${file}: line ${position + 1} is not a valid entry`);
    return [parsed.data];
  });
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    // The caller adds file and line.
    return undefined;
  }
}

function parseQrels(content: string): ReadonlyMap<string, Map<string, number>> {
  const judgements = new Map<string, Map<string, number>>();
  for (const [position, line] of content.split("\n").entries()) {
    if (position === 0 || line.trim() === "") continue;
    const [query, document, grade] = line.trimEnd().split("\t");
    if (!query || !document || !Number.isFinite(Number(grade ?? Number.NaN))) {
      throw new SyntaxError(`Cannot read qrels.tsv: line ${position + 1} is not query, document and grade`);
    }
    const grades = judgements.get(query) ?? new Map<string, number>();
    judgements.set(query, grades.set(document, Number(grade)));
  }
  return judgements;
}
