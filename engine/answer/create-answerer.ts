import { answerWithoutModel } from "./answer-without-model";
import type { Answerer } from "./answerer";
import { assessEvidence } from "./evidence/assess-evidence";
import type { TaskDeps } from "./tasks/task";

/** Answers without a language model: see `answerWithoutModel`. */
export function createAnswerer(deps: TaskDeps): Answerer {
  return {
    async *answer(question, options = {}) {
      yield* answerWithoutModel(await assessEvidence(question, options, deps), deps, options);
    },
  };
}
