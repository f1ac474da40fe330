/**
 * Characters that a reader does not see but a model reads, or that change the direction of text: controls, zero-width
 * and bidi characters, soft hyphens, tag characters, variation selectors.
 */
const INVISIBLE = /(?![\n\t]|\p{Join_Control}|\ufe0e|\ufe0f)[\p{Cc}\p{DI}\p{Bidi_Control}\ufff9-\ufffb]/gu;
/** Joiners shape Persian, Indic scripts and emoji. After ASCII letters, or three in a row, they have no such use. */
const LOOSE_JOINER =
  /(?<!\P{ASCII})(?:\p{Join_Control}|\ufe0e|\ufe0f)+|(?:\p{Join_Control}|\ufe0e|\ufe0f){3,}/gu;
const LINE_END = /\r\n?|\u0085|\u2028|\u2029/gu;

/** The text as a reader sees it, with plain line ends. */
export function stripInvisible(text: string): string {
  return text.replace(LINE_END, "\n").replace(INVISIBLE, "").replace(LOOSE_JOINER, "");
}
