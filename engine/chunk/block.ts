/** A stretch `[start, end)` of the text, in UTF-16 code units. */
export interface OffsetRange {
  readonly start: number;
  readonly end: number;
}

/**
 * A block of the text, such as a paragraph, a list or a message. Blocks tile the text: each reaches to the start of the
 * next, so blank lines belong to the block before them.
 */
export interface Block extends OffsetRange {
  /** In order, tiling the block; empty for a block without parts. */
  readonly children: readonly Block[];
  /** Where a block without children is cut when it is too large. */
  readonly splitAt: "sentences" | "lines";
  /** Kept whole even slightly over the target: code, a table, a message. */
  readonly keepWhole?: boolean;
  /** Present on a heading that opens a section. */
  readonly heading?: { readonly level: number; readonly text: string };
}

/** A heading with the content below it. The root has no heading. */
export interface Section {
  /** The headings above the section's text, its own last. */
  readonly path: readonly string[];
  /** The heading and the blocks before the first section inside. */
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
}
