import type { Chunk } from "./chunk";
import type { DocumentType } from "./source-document";

/** Syntax of a document's text, which decides how it is cut into chunks. */
export type TextFormat = "markdown" | "plain" | "code";

/** A range of the text with its own author and permalink, for example one message of a thread. */
export interface DocumentPart {
  readonly start: number;
  readonly end: number;
  readonly author?: string;
  readonly sentAt?: number;
  readonly url?: string;
}

/** The result of conversion: plain text in UTF-16, to which every offset refers. */
export interface ConvertedText {
  readonly text: string;
  readonly format: TextFormat;
  /** A title from the content (a page's own title, a PDF's metadata), preferred to the source's. */
  readonly title?: string;
  readonly author?: string;
  /** Offset where each PDF page starts; page n (from 1) starts at `pages[n - 1]`. */
  readonly pages?: readonly number[];
  /** In order, without overlap. */
  readonly parts?: readonly DocumentPart[];
  /** What could not be read of the original; shown beside "indexed". */
  readonly note?: string;
}

/**
 * An indexed document, one stored row. Each version has a new `documentId`, so an index entry always refers to the
 * text it was made from. `sourceId` and `itemId` identify the item across versions.
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
