import { createRelatedWords } from "./create-related-words";
import type { RelatedWords } from "./related-words";
import { parseWordGraph } from "./word-graph-file";

let loaded: Promise<RelatedWords> | undefined;

/** Loads the words of English that stand for each other, the first time that they are needed. */
export function loadRelatedWords(): Promise<RelatedWords> {
  loaded ??= import("./word-graph.json").then(({ default: file }) =>
    createRelatedWords(parseWordGraph(file)),
  );
  return loaded;
}
