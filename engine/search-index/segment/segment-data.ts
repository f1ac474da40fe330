import type { KeywordData } from "../keyword/keyword-data";
import type { Signs } from "../vector/encode-signs";
import type { Codes } from "../vector/quantise";
import type { DocumentTable } from "./document-table";

/** The content of a segment, as typed arrays over a few buffers. */
export interface SegmentData {
  readonly embedderId: string;
  readonly dimensions: number;
  readonly table: DocumentTable;
  readonly keywords: KeywordData;
  readonly codes: Codes;
  readonly signs: Signs;
}
