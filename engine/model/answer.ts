import type { ErrorCode } from "../errors/error-code";
/** A numbered reference from an answer to the passage that supports it. */
export interface Citation {
  /** The number shown as `[n]`, from 1, in order of first use. */
  readonly n: number;
  readonly title: string;
  /** Opens the original at the passage. */
  readonly url: string;
  /** The cited words, verbatim from the document's text. */
  readonly quote: string;
  /** Label of the source, e.g. "Bookmarks". */
  readonly source: string;
  /** Author of the quoted words; absent where the source does not say. */
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
  /** Set where the quoted words are not in force. */
  readonly status?: PassageStatus;
}

/** `superseded`: replaced by something newer, or said to be outdated; `draft`: not decided yet. */
export type PassageStatus = "superseded" | "draft";

/** The passage around a quote as it is displayed: without Markdown syntax, one line for each block. */
export interface CitedPassage {
  readonly text: string;
  /** Ranges `[start, end)` of `text` that show the quote, in order. */
  readonly highlights: readonly (readonly [number, number])[];
  /**
   * Ranges `[start, end)` of `text` that are source code and keep their line breaks, in order; absent when there are
   * none.
   */
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
  /** False when the sources hold no answer. `text` then says so. */
  readonly found: boolean;
  /**
   * Passages that come closest where nothing answers, best first, numbered from 1; they assert nothing. Absent when there
   * are none.
   */
  readonly closest?: readonly Citation[];
  readonly timings: AnswerTimings;
  /** The language model that wrote `text`; absent for an answer made of quotes. */
  readonly model?: AnswerModel;
  /** Ranges `[start, end)` of `text` that no passage supports, in order; absent when there are none. */
  readonly unsupported?: readonly (readonly [number, number])[];
  /** Contradictions between the cited sources; absent when they agree. */
  readonly conflicts?: readonly AnswerConflict[];
  /** Notes on how the answer was made; absent when there are none. */
  readonly notes?: readonly AnswerNote[];
  /** True when the answer was made for an earlier question and no document it uses has changed since. */
  readonly cached?: boolean;
}

/** The language model of an answer, with the fields that are shown. */
export interface AnswerModel {
  readonly id: string;
  readonly name: string;
  /** Where the question and the passages were sent. */
  readonly locality: "device" | "network" | "cloud";
  readonly host?: string;
}

/** Two cited sources that contradict each other. */
export interface AnswerConflict {
  /** Number of the citation that is in force, or that is later by its own words or its update time. */
  readonly newer: number;
  readonly older: number;
  /** True where neither is known to be the newer; `newer` is then the better match. */
  readonly isOrderUnknown?: boolean;
  /** The two statements in one sentence, the newer one first. */
  readonly text: string;
}

/**
 * `left-out`: not all passages fitted into the model's context window; `no-model`: no language model answered, and
 * `code` says why where one failed (see engine/errors); `cut-short`: the model reached its output limit;
 * `thinking-limit`: it reached it before or soon after its answer began; `not-supported`: the passages did not support the
 * model's answer, so quotes are shown instead; `time-ignored`: nothing of the time that the question names answered, so
 * other times were searched too.
 */
export interface AnswerNote {
  readonly kind: "left-out" | "no-model" | "cut-short" | "thinking-limit" | "not-supported" | "time-ignored";
  readonly code?: ErrorCode;
  /** A sentence for the person. */
  readonly text: string;
}

/** A filter that was read from the words of a question. */
export interface FilterChip {
  /** Identifies the filter within its question. A question asked again without the filter carries this id. */
  readonly id: string;
  readonly field: "source" | "author" | "container" | "type" | "time";
  /** As displayed: "Slack", "Priya Nair", "16–22 November 2026". */
  readonly label: string;
}

/** An earlier question of the conversation, with its answer as it was shown. */
export interface PastExchange {
  readonly question: string;
  readonly answer: string;
  /** Sources the answer cites, which decide where it may be sent; absent when unknown. */
  readonly sourceIds?: readonly string[];
}

/** A source's reply to a search at query time. */
export interface LiveFinding {
  readonly sourceId: string;
  readonly label: string;
  /** Documents it found that are not in the index in this version. */
  readonly found: number;
  /** Why it found nothing, as a sentence. */
  readonly problem?: string;
}

/**
 * Events sent while an answer is made. `understood` comes first, and only when the question was rewritten or set
 * filters. `model` comes before the first text of a model, and again when another takes over: what the first one wrote
 * is then obsolete. `reasoning` is what a model thinks before it answers. `retract`: the text and citations so far were
 * part of that. `citation` comes before the first text that uses its
 * number. `done` holds the final answer, which may differ from the streamed text: a source may have found more at
 * query time, or the passages did not support the model's text.
 */
export type AnswerEvent =
  | { readonly type: "understood"; readonly question: string; readonly chips: readonly FilterChip[] }
  | { readonly type: "model"; readonly model: AnswerModel }
  | { readonly type: "live"; readonly finding: LiveFinding }
  | { readonly type: "citation"; readonly citation: Citation }
  | { readonly type: "text"; readonly delta: string }
  | { readonly type: "reasoning"; readonly delta: string }
  | { readonly type: "retract" }
  | { readonly type: "done"; readonly answer: Answer };
