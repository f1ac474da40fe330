import type { Chunk } from "../../../model/chunk";
import type { Document } from "../../../model/document";
import type { Passage } from "../../../model/passage";

/** The chunks of one document that a model is shown, in reading order. */
export interface PromptSection {
  readonly document: Document;
  readonly chunks: readonly Chunk[];
}

/** The passages of sections as they are numbered in a prompt, from 1. */
export function toNumberedPassages(sections: readonly PromptSection[]): readonly Passage[] {
  return sections.flatMap(({ document, chunks }) =>
    chunks.map((chunk) => ({ document, chunk, score: 1, keywordScore: 0 })),
  );
}
