import type { Chunk } from "./chunk";
import type { DocumentType } from "./source-document";

/** How the text of a document is written, which decides how it is cut into chunks. */
export type TextFormat = "markdown" | "plain" | "code";

/** A stretch of the text that has its own author and permalink: one message of a thread. */
export interface DocumentPart {
  readonly start: number;
  readonly end: number;
  readonly author?: string;
  readonly sentAt?: number;
  readonly url?: string;
}

/** The outcome of conversion: plain UTF-16 text every offset refers to. */
export interface ConvertedText {
  readonly text: string;
  readonly format: TextFormat;
  /** A better title than the source had (a page's own title, a PDF's metadata). */
  readonly title?: string;
  readonly author?: string;
  /** Offset where each PDF page starts; page n (from 1) starts at `pages[n - 1]`. */
  readonly pages?: readonly number[];
  /** In order and disjoint. */
  readonly parts?: readonly DocumentPart[];
  /** Told to the person beside "indexed": what of the original could not be read. */
  readonly note?: string;
}

/**
 * An indexed document, one stored row. `documentId` is new for every version, so an index entry can
 * never point at text it was not made from; `sourceId` + `itemId` name the thing across versions.
 */
export interface Document {
  readonly documentId: number;
  readonly sourceId: string;
  readonly itemId: string;
  readonly type: DocumentType;
  readonly title: string;
  readonly url: string;
  readonly author?: string;
  readonly people?: readonly string[];
  readonly container?: readonly string[];
  readonly fileName?: string;
  readonly createdAt?: number;
  readonly updatedAt: number;
  readonly indexedAt: number;
  readonly text: string;
  readonly format: TextFormat;
  readonly pages?: readonly number[];
  readonly parts?: readonly DocumentPart[];
  readonly chunks: readonly Chunk[];
}
