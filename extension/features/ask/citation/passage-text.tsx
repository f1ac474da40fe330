import { HighlightedText } from "../../../ui/highlighted-text";
import { splitRanges, type TextRange } from "../../../ui/split-ranges";
import type { Excerpt } from "./excerpt-around";
import styles from "./passage-text.module.css";

/** A cited passage with its quote marked; code stands in lines of its own, monospaced. */
export function PassageText({ text, ranges, code }: Excerpt) {
  return splitRanges(text, code).map(({ start, text: stretch, marked: isCode }) => {
    // The line end after code is its block's own.
    const skipped = stretch.startsWith("\n") ? 1 : 0;
    const words = stretch.slice(skipped);
    const inside = ranges.map(([from, to]): TextRange => [from - start - skipped, to - start - skipped]);
    return isCode ? (
      <code key={start} className={styles.code}>
        <HighlightedText text={words} ranges={inside} />
      </code>
    ) : (
      <span key={start} className={styles.prose}>
        <HighlightedText text={words} ranges={inside} />
      </span>
    );
  });
}
