/** A word recognised in a picture. */
export interface ImageWord {
  readonly text: string;
  /** Confidence of the recognition, 0 to 1. */
  readonly confidence: number;
}

export type ImageLine = readonly ImageWord[];

/** Lines of one block, top to bottom. */
export type ImageParagraph = readonly ImageLine[];

/** All words of a picture in reading order, column by column. Empty when the picture has none. */
export type ImageText = readonly ImageParagraph[];
