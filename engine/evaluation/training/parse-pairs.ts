import type { TrainingPair } from "./compose-training-set";

/** Reads lines of `query TAB passage`; others are left out. */
export function parsePairs(content: string): readonly TrainingPair[] {
  return content.split("\n").flatMap((line) => {
    const [query, passage] = line.split("\t");
    return query && passage ? [{ query, passage }] : [];
  });
}
