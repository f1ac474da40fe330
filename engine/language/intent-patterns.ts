import type { HelpReply, Intent } from "../model/intent";

/** How what a person asks for is told from a question. */
export interface IntentPatterns {
  /** The language's own phrases first, then those of languages without a folder. */
  readonly grammars: readonly IntentGrammar[];
  /** Words of the phrases that are recognised with a typo, in lower case. */
  readonly keywords: readonly string[];
  /** The beginning of a time that goes up to today, as in "what happened since May". */
  readonly recentTimes: RegExp;
  /** A question for what happened, without its time. Matches all of it. */
  readonly happened: RegExp;
  /** A subject that is a pronoun, which names nothing. Matches all of it. */
  readonly pronoun: RegExp;
  /** A subject that means the open document, or none in particular: "", "this page", "the notes". Matches all of it. */
  readonly thisDocument: RegExp;
  /** The beginning of a subject that means the newest of several: "latest minutes". */
  readonly newest: RegExp;
  /** Words for a document of any kind, which its title often lacks. Global. */
  readonly documentNouns: RegExp;
}

/** The phrases of one natural language. */
export interface IntentGrammar {
  /** Politeness and greetings before what is asked for. */
  readonly opening: RegExp;
  readonly ending: RegExp;
  /** An article or possessive at the beginning of a subject. */
  readonly determiner: RegExp;
  /** What is compared, at the end of the second side, with the group `aspect`. */
  readonly aspect: RegExp;
  /** In order: the first that matches counts. */
  readonly patterns: readonly IntentPattern[];
}

/** A phrase that asks for a task. `pattern` matches all of it; its groups are `subject`, `left`, `right` and `aspect`. */
export type IntentPattern = {
  readonly pattern: RegExp;
  /** Tells a question that the pattern matches too. */
  readonly unless?: RegExp;
} & (
  | { readonly kind: Exclude<Intent["kind"], "question" | "help">; readonly counted?: boolean }
  | { readonly kind: "help"; readonly reply: HelpReply }
);
