/** How texts and questions speak of versions of the same thing. */
export interface VersionPatterns {
  /** Of a document the words that open it are read, of a statement its own. */
  readonly parseStatus: (text: string, scope: "document" | "statement") => StatusWords;
  /** Of a title, a heading or a path. */
  readonly parseStatusOfName: (name: string) => StatusWords;
  /** A name without what names a version: "Travel" of "travel-policy-2024 (old).md". */
  readonly withoutVersion: (name: string) => string;
  readonly parseChoice: (question: string) => VersionChoice;
  /** A statement of nothing but a version: "Replaces the policy of 2024." Matches all of it. */
  readonly versionNote: RegExp;
  /** The question asks for the version itself: "Since when is it valid?". */
  readonly asksForValidity: RegExp;
  /** The end of what stands before a date: "from ", "until the ". */
  readonly datePreposition: RegExp;
  /** What stands before the scope of a statement: "for interns", "in Berlin". Global. */
  readonly scopePreposition: RegExp;
  /** Scopes that leave nothing out: "everybody". */
  readonly universalScope: RegExp;
}

/** What a text says of its own version. Times in milliseconds since the epoch. */
export interface StatusWords {
  readonly validFrom?: number;
  /** Exclusive. */
  readonly validUntil?: number;
  /** Replaced by something newer, or said to be outdated. */
  readonly isSuperseded: boolean;
  /** When it was replaced; may be in the future. */
  readonly supersededOn?: number;
  readonly isDraft: boolean;
  readonly isCopy: boolean;
  readonly year?: number;
  /** "2.1". */
  readonly version?: string;
  /** What it replaces, as far as that is named. */
  readonly replaces?: { readonly years: readonly number[]; readonly versions: readonly string[] };
}

/** Which of several versions a question asks about. */
export interface VersionChoice {
  /** Milliseconds since the epoch, `before` exclusive. */
  readonly period?: { readonly after?: number; readonly before?: number };
  readonly version?: string;
  readonly preferred?: "current" | "earlier";
  /** The words that say so: of age ("current"), and of a date or a version ("2024"). */
  readonly words: { readonly age: readonly string[]; readonly version: readonly string[] };
}
