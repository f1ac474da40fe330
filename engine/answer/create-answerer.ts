import type { Answerer } from "./answerer";
import { assessEvidence } from "./evidence/assess-evidence";
import { type ExtractiveAnswerDeps, extractiveAnswer } from "./extract/extractive-answer";

/** Answers extractively, without a language model: see `extractiveAnswer`. */
export function createAnswerer(deps: ExtractiveAnswerDeps): Answerer {
  return {
    async *answer(question, options = {}) {
      yield* extractiveAnswer(await assessEvidence(question, options, deps), deps, options);
    },
  };
}
