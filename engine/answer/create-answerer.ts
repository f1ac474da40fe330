import type { Answerer } from "./answerer";
import { readSources } from "./read-sources";
import { type ExtractParts, writeExtract } from "./write-extract";

/** Answers extractively, without a language model: see `writeExtract`. */
export function createAnswerer(parts: ExtractParts): Answerer {
  return {
    async *answer(question, options = {}) {
      yield* writeExtract(await readSources(question, options, parts), parts, options);
    },
  };
}
