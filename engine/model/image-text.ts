/** A word as it was read off a picture. */
export interface ImageWord {
  readonly text: string;
  /** How sure the reader is of it, 0 to 1. */
  readonly confidence: number;
}

export type ImageLine = readonly ImageWord[];

/** Lines that stand together, top to bottom. */
export type ImageParagraph = readonly ImageLine[];

/** All words of a picture in reading order, column by column. Empty where it shows none. */
export type ImageText = readonly ImageParagraph[];
