/** Something on a slide, with the place that decides when it is read. */
export interface SlideItem {
  /** Markdown. */
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Slide {
  /** "" where the slide has none. */
  readonly title: string;
  readonly isHidden: boolean;
  /** In the order of the file. */
  readonly items: readonly SlideItem[];
  /** What the speaker says. */
  readonly notes: string;
  /** "Comment by Ann: …" */
  readonly comments: readonly string[];
}
