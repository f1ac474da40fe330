import type { TimeRange } from "../model/intent";
import type { DateMention } from "./date-mention";

/** What the engine writes around what it quotes for a task. Names and titles are Markdown. */
export interface TaskSentences {
  /** The reply to a task whose subject is missing. */
  readonly nameSubject: string;
  /** Names of the sections that a summary leaves out. */
  readonly furtherSections: (headings: readonly string[]) => string;
  /** Items that are left out. */
  readonly more: (count: number) => string;
  /** One side of a comparison is missing. */
  readonly nothingOn: (name: string, scopePhrase: string) => string;
  /** Above what one side of a comparison says alone. */
  readonly onlyIn: (name: string) => string;
  /** How many items are in the documents of these titles; `isWhole` is false when not all were read. */
  readonly found: (count: number, titles: readonly string[], isWhole: boolean) => string;
  readonly date: (time: number, unit: DateMention["unit"]) => string;
  /** Nothing is of the time that was asked for; what follows is of another. */
  readonly loosened: (range: TimeRange) => string;
  /** The heading of the documents changed last. */
  readonly newestDocuments: string;
  readonly replaces: (newer: string, older: string) => string;
  readonly thanks: string;
  /** What can be asked, with examples about the person's own documents. */
  readonly help: (scopePhrase: string, examples: HelpExamples) => string;
}

/** Titles of documents for the examples of what can be asked. */
export interface HelpExamples {
  readonly titles: readonly string[];
  /** Two versions of one document, the newer first; empty where there are none. */
  readonly versions: readonly string[];
}
