import type { Document } from "../../model/document";
import type { DocumentType } from "../../model/source-document";
import { DAY_MS } from "../../util/durations";
import { createRandom } from "./random";
import type { TextSet } from "./text-set";

/** Texts of every document; a ticket or a page of a few screens. */
export const CHUNKS_PER_DOCUMENT = 5;
export const SOURCES = 8;
/** The present of the set, in milliseconds since the epoch. */
export const NOW = Date.UTC(2026, 0, 1);
const TYPES: readonly DocumentType[] = ["page", "file", "thread", "mail", "issue"];
const AUTHORS = 200;
const CONTAINERS = 100;
const YEARS = 4;

export type WorkFields = Pick<Document, "documentId" | "sourceId" | "type" | "title" | "updatedAt"> & {
  readonly author: string;
  readonly container: readonly string[];
};

/** What filters look at, of each document by its id, from 1. */
export function createWorkFields(texts: TextSet, seed: number): (documentId: number) => WorkFields {
  return (documentId) => {
    const random = createRandom(seed, documentId);
    return {
      documentId,
      sourceId: `source-${random.below(SOURCES)}`,
      type: TYPES[random.below(TYPES.length)] ?? "page",
      title: texts.text((documentId - 1) * CHUNKS_PER_DOCUMENT).slice(0, 60),
      author: `author-${random.below(AUTHORS)}`,
      container: [`container-${random.below(CONTAINERS)}`],
      updatedAt: NOW - Math.floor(random.next() * YEARS * 365) * DAY_MS,
    };
  };
}
