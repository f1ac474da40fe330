import { parseCommandLine, parseInteger } from "../../../extension/scripts/command/parse-command-line";
import { KEYWORD_PEERS } from "../peers/keyword-peers";
import { VECTOR_PEERS } from "../peers/vector-peers";

export const SECTIONS = ["vector", "keyword", "hybrid", "curve", "answers", "chat", "convert"] as const;
export type Section = (typeof SECTIONS)[number];

export interface BenchOptions {
  /** Vectors and texts in each index. */
  readonly n: number;
  readonly dimensions: number;
  /** Names of the engines to measure. */
  readonly engines: readonly string[];
  readonly sections: readonly Section[];
  /** Only JSON on stdout. */
  readonly json: boolean;
  /** Folder of curve.svg; the benchmark's own when absent. */
  readonly out?: string;
}

export const ENGINES = [...new Set([...Object.keys(VECTOR_PEERS), ...Object.keys(KEYWORD_PEERS)])];

const USAGE = `npm run bench -- [--n 100000] [--dim 384] [--only NAME,…] [--sections ${SECTIONS.join(",")}] [--out DIR] [--json]`;
const TEXT = { type: "string" } as const;
const OPTIONS = {
  n: TEXT,
  dim: TEXT,
  only: TEXT,
  sections: TEXT,
  out: TEXT,
  json: { type: "boolean" },
} as const;
const MIN_SIZE = 1_000;
const MAX_SIZE = 1_000_000;

/** Reads the command line. Throws an Error of one line for anything it does not know. */
export function parseBenchOptions(args: readonly string[]): BenchOptions {
  const { n, dim, only, sections, json, out } = parseCommandLine(args, { options: OPTIONS, usage: USAGE });
  return {
    n: parseInteger("--n", n ?? "100000", { step: MIN_SIZE, min: MIN_SIZE, max: MAX_SIZE }),
    dimensions: parseInteger("--dim", dim ?? "384", { step: 64, min: 64, max: 4096 }),
    engines: only === undefined ? ENGINES : splitList(only).flatMap(toEngines),
    sections: sections === undefined ? SECTIONS : splitList(sections).map(toSection),
    json: json === true,
    ...(out === undefined ? {} : { out }),
  };
}

function splitList(text: string): string[] {
  return text.split(",").map((part) => part.trim());
}

/** A part of a name is enough: "sqlite" is sqlite-fts5. */
function toEngines(part: string): readonly string[] {
  const found = part === "" ? [] : ENGINES.filter((name) => name.includes(part.toLowerCase()));
  if (found.length > 0) return found;
  throw new Error(`Cannot measure "${part}": choose from ${ENGINES.join(", ")}`);
}

function toSection(name: string): Section {
  const section = SECTIONS.find((known) => known === name);
  if (section) return section;
  throw new Error(`Cannot measure the section "${name}": choose from ${SECTIONS.join(", ")}`);
}
