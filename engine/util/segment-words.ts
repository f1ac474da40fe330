/** A word of a text. */
export interface WordSegment {
  readonly text: string;
  /** Offset in the text it was cut from. */
  readonly start: number;
}

/** Scripts written without spaces between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u30fc]/u;
const UNSPACED_CLASS = UNSPACED.source.slice(1, -1);
/** Marks belong to the letter before them. */
const RUNS = new RegExp(`(?:[${UNSPACED_CLASS}]\\p{M}*)+|[^${UNSPACED_CLASS}]+`, "gu");
/** The text before which no character needs more than a look at its code: Thai is the first of these scripts. */
const FIRST_UNSPACED = 0x0e00;

let segmenter: Intl.Segmenter | undefined;

/** Whether a text has letters of a script without spaces between words. */
export function hasUnspacedScript(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    if (text.charCodeAt(at) >= FIRST_UNSPACED) return UNSPACED.test(text.slice(at));
  }
  return false;
}

/** Cuts a word that has no space into its runs of scripts without spaces and the runs between them. */
export function splitScripts(word: string): readonly (WordSegment & { readonly isUnspaced: boolean })[] {
  return [...word.matchAll(RUNS)].map(({ 0: text, index }) => ({
    text,
    start: index,
    isUnspaced: UNSPACED.test(text.slice(0, 2)),
  }));
}

/** The words of a run of a script without spaces, by the dictionary of the platform; together they are the run. */
export function segmentRun(run: string): readonly WordSegment[] {
  segmenter ??= new Intl.Segmenter("en", { granularity: "word" });
  return Array.from(segmenter.segment(run), ({ segment, index }) => ({ text: segment, start: index }));
}

/** A word as it stands between spaces, cut into words where its script has no spaces. */
export function segmentWord(word: string): readonly WordSegment[] {
  if (!hasUnspacedScript(word)) return [{ text: word, start: 0 }];
  return splitScripts(word).flatMap(({ text, start, isUnspaced }) =>
    isUnspaced
      ? segmentRun(text).map((segment) => ({ text: segment.text, start: start + segment.start }))
      : [{ text, start }],
  );
}
