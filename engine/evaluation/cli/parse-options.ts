import { parseArgs } from "node:util";
import type { RetrievalMode } from "../../retrieve/retriever";

export interface EvaluationOptions {
  readonly dataset: string;
  readonly mode: RetrievalMode;
  /** Print one line of JSON and nothing else. */
  readonly json: boolean;
}

const MODES: readonly RetrievalMode[] = ["hybrid", "keyword", "vector"];

/** Reads the command line of `npm run eval`; the message of the TypeError it throws is for the person. */
export function parseOptions(args: readonly string[]): EvaluationOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      dataset: { type: "string" },
      mode: { type: "string", default: "hybrid" },
      json: { type: "boolean", default: false },
    },
  });
  if (!values.dataset) throw new TypeError("Cannot evaluate: name a folder with --dataset DIR");
  const mode = MODES.find((known) => known === values.mode);
  if (!mode) throw new TypeError(`Cannot evaluate in mode "${values.mode}": choose ${MODES.join(", ")}`);
  return { dataset: values.dataset, mode, json: values.json };
}
