import type { PassageStatus } from "../model/answer";
import type { DocumentType } from "../model/source-document";
import type { DateMention } from "./date-mention";
import type { RelatedWords } from "./english/related-words/related-words";
import type { AskedFacts, Facts } from "./facts";
import type { IntentPatterns } from "./intent-patterns";
import type { TaskSentences } from "./task-sentences";
import type { VersionPatterns } from "./version-patterns";

/**
 * Everything the engine knows of one natural language: how its questions and texts are read, and the words the engine
 * writes itself. A further language is a folder beside `english/`; the stages name no words.
 *
 * Patterns with the flag `g` are meant for `matchAll` and `replace`, those without for `test` and `exec`.
 */
export interface Language {
  /** BCP 47. */
  readonly tag: string;
  readonly questions: QuestionPatterns;
  readonly intents: IntentPatterns;
  readonly filters: FilterPatterns;
  readonly texts: TextPatterns;
  readonly versions: VersionPatterns;
  readonly prompts: Prompts;
  readonly sentences: Sentences;
  /** Words that stand for others; read on first use, which takes a tenth of a second. */
  readonly relatedWords: () => Promise<RelatedWords>;
}

/** A name and the preposition before it: "at Lund". */
export interface PlacedName {
  readonly name: string;
  /** In lower case. */
  readonly placedBy: string;
}

/** How a question is read. */
export interface QuestionPatterns {
  /** The beginning of a question that continues the one before: "and", "what about". */
  readonly followUpOpening: RegExp;
  /** Words for a member of a set named earlier: "the other one", "anything else". */
  readonly alternatives: RegExp;
  /** Pronouns and adverbs that refer to something named before them. Global. */
  readonly anaphors: RegExp;
  /** Phrases in which an anaphor refers to nothing: "is there", "it is possible to". Global. */
  readonly expletives: readonly RegExp[];
  /** Anaphors, in lower case, that also introduce a clause: "a status that lets others know". */
  readonly conjunctions: ReadonlySet<string>;
  /** A question for a reason, which often leaves out what it is about. */
  readonly why: RegExp;
  /** A question that names its subject with one word: "What is probate?". */
  readonly definition: RegExp;
  /** The verb of a question, in the group `verb` ("Who writes the minutes?") or `lastVerb` ("When do the batteries arrive?"). */
  readonly mainVerb: RegExp;
  /** What a question counts or chooses from, in the group `head`: "seats" in "How many seats are free?". */
  readonly head: RegExp;
  /** The part that a person has, in the group `role`: "tenant" in "Who is the tenant of the mill?". */
  readonly role: RegExp;
  /** The question asks what follows a step. */
  readonly asksForNext: RegExp;
  /** The question asks for something to type: a command, an example. */
  readonly asksForCode: RegExp;
  /** The question asks how something is done. */
  readonly asksHow: RegExp;
  /** The question asks for a summary of all of a document. */
  readonly asksForOverview: RegExp;
  /** The question asks for what somebody said. */
  readonly asksForWords: RegExp;
  /** What the question asks for. */
  readonly askedFacts: (question: string) => AskedFacts;
  /** Names after a preposition. */
  readonly placedNames: (text: string) => readonly PlacedName[];
  /** Nouns that verbs with a particle make, by the verb as it is written: "backup" of "backed up". */
  readonly phrasalNouns: (question: string) => ReadonlyMap<string, readonly string[]>;
  /** Words that no index keeps and that make it another question all the same: "not", "who". Global. */
  readonly meaningChangingWords: RegExp;
}

/** Which field of a filter a typed key sets; the last three set its time. */
export type FilterKey = "source" | "author" | "container" | "type" | TimeBound;
export type TimeBound = "after" | "since" | "before";

/** How filters are read from a question. */
export interface FilterPatterns {
  /** By the word before the colon, in lower case: "from" in `from:priya`. */
  readonly keys: ReadonlyMap<string, FilterKey>;
  /** By the word after `type:`, in lower case. */
  readonly documentTypes: ReadonlyMap<string, DocumentType>;
  /** What stands before the name of a source or container. Global. */
  readonly locationPreposition: RegExp;
  /** What stands before the name of an author. Global. */
  readonly authorPreposition: RegExp;
  /** What follows the name of a container: " channel", " folder". */
  readonly containerNoun: RegExp;
  /** The end of what stands before a time that names a version: "the policy". */
  readonly versionedNoun: RegExp;
  /** The question asks for what was written or what happened, not for a fact about a subject. */
  readonly asksForDocuments: RegExp;
  /** The times a question names, by the computer's calendar. `now` in milliseconds since the epoch. */
  readonly parseTimes: (question: string, now: number) => readonly TimeExpression[];
  /** The time typed after a key: `after:2026-10-01`. Undefined when it names none. */
  readonly parseTimeBound: (bound: TimeBound, words: string, now: number) => TimeExpression | undefined;
}

/** A stretch `[start, end)` of a question that names a time. */
export interface TimeExpression {
  readonly start: number;
  readonly end: number;
  /** Milliseconds since the epoch, inclusive. */
  readonly after?: number;
  /** Milliseconds since the epoch, exclusive. */
  readonly before?: number;
  /**
   * True when it is relative to today ("yesterday", "since May"), as for when something was written, rarely for a
   * subject.
   */
  readonly isPastReference: boolean;
}

/** How texts of sources and of models are read. */
/** What stands before or after a number: "up to", "or more". */
export interface LimitPatterns {
  readonly upperBefore: RegExp;
  readonly upperAfter: RegExp;
  readonly lowerBefore: RegExp;
  readonly lowerAfter: RegExp;
  /** The first number of a range before its second one, in the group `from`: "10–". */
  readonly rangeStart: RegExp;
}

export interface TextPatterns {
  /** An abbreviation with a full stop, at the end of what the sentence segmenter took for a sentence. */
  readonly abbreviation: RegExp;
  /** The beginning of a sentence that depends on the one before. */
  readonly anaphoricOpening: RegExp;
  /** A word that excludes something: "except". */
  readonly exception: RegExp;
  /** Words beside a number that make it a limit. */
  readonly limits: LimitPatterns;
  /** What models write in brackets to cite a passage: "3", "1, 2", "source 2". Matches all of it. */
  readonly citationNumbers: RegExp;
  /** Headings that say nothing of what is below them: "Overview". Matches all of it. */
  readonly genericHeading: RegExp;
  /** The beginning of a line that asks or announces a question, without a question mark: "TODO: find out who". */
  readonly openQuestion: RegExp;
  /** Name of a table's second column that says only that it holds values, as in "Field | Value". Matches all of it. */
  readonly valueColumn: RegExp;
  readonly extractFacts: (text: string) => Facts;
  /** Numbers in words, in the order of what they count, from 0. */
  readonly numberWords: readonly string[];
  /** What a number is multiplied by, by the word after it in lower case: "million". */
  readonly magnitudes: ReadonlyMap<string, number>;
  /** Words that judge or say nothing where a value stands: "yes", "none". Matches all of a word. */
  readonly judgement: RegExp;
  /** Function words of languages that write every noun with a capital letter. Global. */
  readonly nounCapitalising: RegExp;
  /** The dates with a year that a text names, in order. */
  readonly datesIn: (text: string) => readonly DateMention[];
  /** The heading or title of what is written when something changes: "What's new", "Changelog". */
  readonly changesTitle: RegExp;
  /** A sentence that says that something changed. */
  readonly changeSentence: RegExp;
  /** What a search for changes looks for. */
  readonly changesQuery: string;
  /** What stands between a term and its definition, at the beginning of the rest of a sentence: "is a", "means". */
  readonly definitionVerb: RegExp;
  /** An article at the beginning of a sentence or name. */
  readonly article: RegExp;
}

/**
 * How words become terms of the index. The index reads all texts with one analysis, whatever their language, and has to be
 * rebuilt when that changes.
 */
export interface TermAnalysis {
  /** Folded words that are neither indexed nor searched. */
  readonly stopWords: ReadonlySet<string>;
  /** The end of a contraction, which is removed: "'s". */
  readonly contraction: RegExp;
  /** The letters of a typo. */
  readonly alphabet: string;
  /** Matches all of a folded word that has a stem. */
  readonly stemmable: RegExp;
  readonly stem: (word: string) => string;
  /** Endings that `stem` removes. A long one includes the short ones it contains. */
  readonly endings: readonly string[];
}

/** What is written to language models. */
export interface Prompts {
  /** What a model replies, alone, when the passages hold no answer. */
  readonly notFound: string;
  /** The rules of an answer. Passages stand between `<<marker` and `marker>>`; `now` in milliseconds since the epoch. */
  readonly answerRules: (marker: string, now: number) => string;
  readonly documentHeader: (document: PromptDocument) => string;
  readonly question: (question: string) => string;
  readonly rewriteRules: string;
  readonly rewriteRequest: (
    exchanges: readonly { readonly question: string; readonly answer: string }[],
    question: string,
  ) => string;
}

/** A document as it is introduced to a model. */
export interface PromptDocument {
  readonly title: string;
  /** Source, containers and author. */
  readonly location: string;
  /** Milliseconds since the epoch; absent where the source knows no time. */
  readonly updatedAt?: number;
  /** Known to be replaced by a newer one, or not final; absent where nothing is known. */
  readonly status?: PassageStatus;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** One side of a conflict between two cited sources. */
export interface ConflictSide {
  readonly source: string;
  readonly text: string;
  /** Number of its citation. */
  readonly n: number;
  /** Milliseconds since the epoch; 0 where it is unknown. */
  readonly updatedAt: number;
  /** What the document says of its version, which tells more than the time of its file. */
  readonly year?: number;
  readonly version?: string;
  /** Milliseconds since the epoch. */
  readonly validFrom?: number;
}

/** Where an answer is looked for: what the place is called in a sentence, and as the label of a citation. */
export interface ScopeWords {
  readonly phrase: string;
  readonly label: string;
}

/** What the engine says to the person. */
export interface Sentences {
  readonly tasks: TaskSentences;
  readonly scopes: {
    readonly sources: Pick<ScopeWords, "phrase">;
    readonly page: ScopeWords;
    readonly file: ScopeWords;
  };
  /** The reply to a search for documents that found none. */
  readonly noDocument: string;
  /** `scopePhrase` as in "in your sources"; `unknownWords` of the question occur nowhere in that scope; `hasClosest` where passages that come near follow. */
  readonly noAnswer: (scopePhrase: string, unknownWords: readonly string[], hasClosest: boolean) => string;
  readonly notSupported: (hasQuotes: boolean) => string;
  readonly noModel: (reason: string) => string;
  readonly cutShort: string;
  /** The model reached its output limit while it thought. */
  readonly spentOnThinking: (tokens: number) => string;
  readonly leftOut: (passages: number) => string;
  /** `now` in milliseconds since the epoch. */
  readonly conflict: (newer: ConflictSide, older: ConflictSide, now: number) => string;
  /** A conflict of which neither side is known to be the newer. */
  readonly unorderedConflict: (one: ConflictSide, other: ConflictSide, now: number) => string;
  /** A remark after a quote that does not hold; `supersededOn` in milliseconds since the epoch. */
  readonly quoteStatus: (status: PassageStatus, supersededOn?: number) => string;
  /** The times of the question left nothing that answers; `timeRange` as the filter was shown. */
  readonly timeIgnored: (timeRange: string) => string;
  /** A question about what a document says under a heading; `title` may be empty. */
  readonly followUpQuestion: (heading: string, title: string) => string;
  /** A stretch of time as a person writes it. `before` is exclusive. */
  readonly timeRange: (range: Pick<TimeExpression, "after" | "before">) => string;
}
