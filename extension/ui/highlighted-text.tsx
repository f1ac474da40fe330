import { splitRanges, type TextRange } from "./split-ranges";

/** Text with stretches marked. */
export function HighlightedText({
  text,
  ranges,
}: {
  readonly text: string;
  readonly ranges: readonly TextRange[];
}) {
  return splitRanges(text, ranges).map((span) =>
    span.marked ? <mark key={span.start}>{span.text}</mark> : span.text,
  );
}
