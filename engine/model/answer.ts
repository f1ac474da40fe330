/** A numbered reference of an answer to the exact place that supports it. */
export interface Citation {
  /** The number shown as `[n]`, from 1, in order of first use. */
  readonly n: number;
  readonly title: string;
  /** Opens the source at the passage. */
  readonly url: string;
  /** The cited words, verbatim from the document's text. */
  readonly quote: string;
  /** Label of the source, e.g. "Bookmarks". */
  readonly source: string;
  /** ISO 8601. */
  readonly updatedAt: string;
  readonly sourceId: string;
  readonly itemId: string;
  /** Offsets of the quote in the document's text. */
  readonly start: number;
  readonly end: number;
  readonly page?: number;
  readonly container?: readonly string[];
  readonly passage: CitedPassage;
}

/** The passage around a quote as a reader sees it: without the syntax of Markdown, a line for each block. */
export interface CitedPassage {
  readonly text: string;
  /** Stretches `[start, end)` of `text` that show the quote, in order. */
  readonly highlights: readonly (readonly [number, number])[];
  /** Stretches `[start, end)` of `text` that are source code and keep their line breaks, in order; absent without any. */
  readonly code?: readonly (readonly [number, number])[];
}

/** Durations in milliseconds. */
export interface AnswerTimings {
  readonly embed: number;
  readonly search: number;
  readonly compose: number;
  readonly firstToken: number;
  readonly total: number;
}

export interface Answer {
  readonly question: string;
  /** Markdown with `[n]` markers. */
  readonly text: string;
  readonly citations: readonly Citation[];
  /** False when the sources hold no answer; `text` then says so. */
  readonly found: boolean;
  readonly timings: AnswerTimings;
}

/** What a source said when it was asked at query time. */
export interface LiveFinding {
  readonly sourceId: string;
  readonly label: string;
  /** Documents it found that the index does not have in this version. */
  readonly found: number;
  /** Why it found nothing; a sentence. */
  readonly problem?: string;
}

/**
 * What streams while an answer is made. `citation` arrives before the first text that uses its number. The answer
 * in `done` counts: it differs from what was streamed when sources asked at query time knew better.
 */
export type AnswerEvent =
  | { readonly type: "live"; readonly finding: LiveFinding }
  | { readonly type: "citation"; readonly citation: Citation }
  | { readonly type: "text"; readonly delta: string }
  | { readonly type: "done"; readonly answer: Answer };
