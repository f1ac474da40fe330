/** One engine's work in one fresh worker. */
export type Job = VectorJob | KeywordJob | HybridJob | CurveJob | AnswersJob | BandwidthJob | CspJob;

export interface VectorJob {
  readonly kind: "vector-build" | "vector-open";
  readonly peer: string;
  readonly n: number;
  readonly dimensions: number;
  readonly queries: number;
  /** The exact nearest rows of every query; absent while they are being found. */
  readonly truth?: readonly (readonly number[])[];
}

export interface KeywordJob {
  readonly kind: "keyword-build" | "keyword-open";
  readonly peer: string;
  readonly n: number;
  readonly queries: number;
}

export interface HybridJob {
  readonly kind: "hybrid-build" | "hybrid-open";
  readonly n: number;
  readonly dimensions: number;
  readonly queries: number;
}

export interface CurveJob {
  readonly kind: "curve";
  /** Sizes to measure at, ascending; one index grows through all of them. */
  readonly sizes: readonly number[];
  readonly dimensions: number;
  readonly queries: number;
}

export interface AnswersJob {
  readonly kind: "answers-build" | "answers-open";
  /** Chunks in the index, at least. */
  readonly n: number;
  readonly queries: number;
}

export interface BandwidthJob {
  readonly kind: "bandwidth";
  readonly n: number;
  readonly dimensions: number;
}

/** Does the engine run under the content security policy of an extension at all? */
export interface CspJob {
  readonly kind: "csp";
  readonly section: "vector" | "keyword";
  readonly peer: string;
}

/** What a job has found so far: measured fields, and what failed, as sentences. */
export interface JobReport {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly problems: readonly string[];
}

/** From the worker to its page. `memory` asks for a measurement and waits for the reply. */
export type WorkerMessage =
  | { readonly kind: "step"; readonly name: string; readonly report: JobReport }
  | { readonly kind: "memory" }
  | { readonly kind: "done"; readonly report: JobReport };

/** From the page to its worker. */
export type PageMessage =
  | { readonly kind: "job"; readonly job: Job }
  | { readonly kind: "memory"; readonly bytes: number };
