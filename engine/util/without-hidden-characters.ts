/** Soft hyphens and zero-width spaces, also inside words. */
const HIDDEN = /[\u00ad\u200b\u2060\ufeff]/g;
/** Joiners shape Persian, Indic scripts and emoji; between Latin letters they do nothing. */
const IDLE_JOINER = /(?<=\p{Script=Latin})[\u200c\u200d]+(?=\p{Script=Latin})/gu;

/** The text without characters that take no room, which would separate a word from the same word elsewhere. */
export function withoutHiddenCharacters(text: string): string {
  return text.replace(HIDDEN, "").replace(IDLE_JOINER, "");
}
