/** A stretch `[start, end)` of the text, in UTF-16 code units. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/**
 * A stretch of text its writer set apart: a paragraph, a list, a message. Blocks tile the text: each reaches
 * to the start of the next, so blank lines belong to the block before them.
 */
export interface Block extends OffsetRange {
  /** In order and tiling the block; empty where there is nothing finer to know. */
  readonly children: readonly Block[];
  /** Where a block without children is cut when it is too large. */
  readonly splitAt: "sentences" | "lines";
  /** Kept whole even somewhat over the target: code, a table, a message. */
  readonly keepWhole?: boolean;
  /** Present on a heading that opens a section. */
  readonly heading?: { readonly level: number; readonly text: string };
}

/** A heading with what stands under it. The root has no heading. */
export interface Section {
  /** The headings above the section's text, its own last. */
  readonly path: readonly string[];
  /** The heading and the blocks before the first section inside. */
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}
