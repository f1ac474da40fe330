import type { Document } from "../../model/document";
import type { Filter } from "../../model/filter";
import type { Intent } from "../../model/intent";
import type { Passage } from "../../model/passage";
import { assessEvidence, type Evidence } from "../evidence/assess-evidence";
import type { ExtractiveAnswerDeps } from "../extract/extractive-answer";
import type { Quote } from "../extract/to-quote";

export interface TaskDeps extends ExtractiveAnswerDeps {
  /** The one document that is asked about, where there is one. */
  readonly focusedDocument?: Document | undefined;
}

/** What a task is done with. */
export interface TaskContext {
  readonly deps: TaskDeps;
  readonly filter: Filter | undefined;
  readonly signal: AbortSignal | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** A piece of an answer: Markdown, or a place of a document in whose stead its citation number is written. */
export type Piece = string | CitedPlace;

export type CitedPlace = Pick<Quote, "start" | "end"> & { readonly document: Document };

/** What is streamed at once: a paragraph, an item, a table. */
export type TaskPart = readonly Piece[];

/** `nothing`: the sources have nothing on the subject. `question`: no task after all; it is answered as a question. */
export type TaskOutcome = readonly TaskPart[] | "nothing" | "question";

export type IntentOf<Kind extends Intent["kind"]> = Extract<Intent, { readonly kind: Kind }>;

/** Passages beyond those that a question reads: the documents that a task chooses from. */
const EXTRA_PASSAGES = 18;

/** One task searches for the same subject several times. */
const searches = new WeakMap<TaskContext, Map<string, Promise<Evidence>>>();

/** Searches for a subject instead of for the words of the whole question. */
export async function searchSubject(subject: string, context: TaskContext): Promise<Evidence> {
  const known = searches.get(context) ?? new Map<string, Promise<Evidence>>();
  searches.set(context, known);
  const search = known.get(subject) ?? assessSubject(subject, context);
  known.set(subject, search);
  return search;
}

function assessSubject(subject: string, { deps, filter, signal }: TaskContext): Promise<Evidence> {
  return assessEvidence(
    subject,
    { ...(filter && { filter }), ...(signal && { signal }), extraPassages: EXTRA_PASSAGES },
    deps,
  );
}

/** The documents of passages, best first, each once. */
export function documentsOf(passages: readonly Passage[]): readonly Document[] {
  return [...new Map(passages.map(({ document }) => [document.documentId, document])).values()];
}
