import { parseCommandLine } from "../../../extension/scripts/command/parse-command-line";
import type { RetrievalMode } from "../../retrieve/retriever";

export interface EvaluationOptions {
  readonly dataset: string;
  readonly mode: RetrievalMode;
  readonly rerank: boolean;
  /** Print one line of JSON and nothing else. */
  readonly json: boolean;
  /** Evaluate answers, not the ranking. */
  readonly answers: boolean;
  /** Folders of datasets whose questions this dataset does not answer. */
  readonly foreign: readonly string[];
}

const USAGE =
  "npm run eval -- --dataset DIR [--mode hybrid|keyword|vector] [--rerank on|off] [--answers] [--foreign DIR]… [--json]";
const MODES: readonly RetrievalMode[] = ["hybrid", "keyword", "vector"];
const SWITCH: readonly string[] = ["on", "off"];

/** Parses the command line of `npm run eval`; the message of the TypeError it throws is for the person. */
export function parseOptions(args: readonly string[]): EvaluationOptions {
  const values = parseCommandLine(args, {
    usage: USAGE,
    options: {
      dataset: { type: "string" },
      mode: { type: "string", default: "hybrid" },
      rerank: { type: "string", default: "on" },
      json: { type: "boolean", default: false },
      answers: { type: "boolean", default: false },
      foreign: { type: "string", multiple: true, default: [] },
    },
  });
  if (!values.dataset) throw new TypeError("Cannot evaluate: name a folder with --dataset DIR");
  const mode = MODES.find((known) => known === values.mode);
  if (!mode) throw new TypeError(`Cannot evaluate in mode "${values.mode}": choose ${MODES.join(", ")}`);
  if (!SWITCH.includes(values.rerank)) {
    throw new TypeError(`Cannot evaluate with reranking "${values.rerank}": choose ${SWITCH.join(", ")}`);
  }
  const { dataset, json, answers, foreign } = values;
  if (foreign.length > 0 && !answers) {
    throw new TypeError("Cannot ask foreign questions of a ranking: add --answers");
  }
  return { dataset, mode, rerank: values.rerank === "on", json, answers, foreign };
}
