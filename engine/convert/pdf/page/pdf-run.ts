/** Text at one place of a page that is turned so that the text is upright: x grows to the right, y downwards. */
export interface PdfRun {
  /** From left to right as it is shown, so text in right-to-left scripts is reversed. */
  readonly text: string;
  readonly x: number;
  readonly right: number;
  /** The baseline. */
  readonly y: number;
  /** Height of the font. */
  readonly size: number;
  readonly font: string;
}
