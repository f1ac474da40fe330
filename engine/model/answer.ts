import type { ErrorCode } from "../errors/error-code";
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
  /** Who wrote the quoted words; absent where the source does not say. */
  readonly author?: string;
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
  /** The language model that wrote `text`; absent for an answer made of quotes. */
  readonly model?: AnswerModel;
  /** Stretches `[start, end)` of `text` that no passage supports, in order; absent without any. */
  readonly unsupported?: readonly (readonly [number, number])[];
  /** What the cited sources say differently; absent when they agree. */
  readonly conflicts?: readonly AnswerConflict[];
  /** What the person should know of how the answer was made; absent without anything to tell. */
  readonly notes?: readonly AnswerNote[];
  /** True when it was made for an earlier question and nothing it draws on has changed since. */
  readonly cached?: boolean;
}

/** The language model of an answer, as much of it as is shown. */
export interface AnswerModel {
  readonly id: string;
  readonly name: string;
  /** Where the question and the passages went. */
  readonly locality: "device" | "network" | "cloud";
  readonly host?: string;
}

/** Two cited sources that say different things of the same. */
export interface AnswerConflict {
  /** Number of the citation whose source was updated last. */
  readonly newer: number;
  readonly older: number;
  /** The two statements as a sentence, the newer one first. */
  readonly text: string;
}

/**
 * `left-out`: not all that was found fitted into the model's window; `no-model`: no language model answered, `code`
 * says why where one failed (see engine/errors); `cut-short`: the model stopped at its limit; `not-supported`: a
 * model's answer was put aside for what the sources do say.
 */
export interface AnswerNote {
  readonly kind: "left-out" | "no-model" | "cut-short" | "not-supported";
  readonly code?: ErrorCode;
  /** A sentence. */
  readonly text: string;
}

/** A filter that was read from the words of a question. */
export interface FilterChip {
  /** Names the filter among those of its question; a question asked again without it carries this id. */
  readonly id: string;
  readonly field: "source" | "author" | "container" | "type" | "time";
  /** As shown: "Slack", "Priya Nair", "16–22 November 2026". */
  readonly label: string;
}

/** An earlier question of the conversation, with its answer as it was shown. */
export interface PastExchange {
  readonly question: string;
  readonly answer: string;
  /** Sources the answer cites, which decide where it may be sent; absent when they are not known. */
  readonly sourceIds?: readonly string[];
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
 * What streams while an answer is made. `understood` comes first, and only when the question became another or set
 * filters; `model` before the first text of a model. `citation` arrives before the first text that uses its number.
 * The answer in `done` counts: it differs from what was streamed when sources asked at query time knew better, or
 * when what a model wrote had no support.
 */
export type AnswerEvent =
  | { readonly type: "understood"; readonly question: string; readonly chips: readonly FilterChip[] }
  | { readonly type: "model"; readonly model: AnswerModel }
  | { readonly type: "live"; readonly finding: LiveFinding }
  | { readonly type: "citation"; readonly citation: Citation }
  | { readonly type: "text"; readonly delta: string }
  | { readonly type: "done"; readonly answer: Answer };
