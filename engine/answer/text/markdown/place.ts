import type { Language } from "../../../language/language";

/** Where nodes of a passage stand, and in what text. */
export interface Place {
  /** The passage, with what note-taking apps add to Markdown resolved. */
  readonly text: string;
  /** The same passage as it was written. */
  readonly written: string;
  readonly language: Language;
  /** The heading above; "" where there is none. */
  readonly heading: string;
  /** Words of the item above; "" outside of lists. */
  readonly parent: string;
}
