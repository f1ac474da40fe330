import { type Range, splitRanges } from "./split-ranges";

/** Text with stretches marked. */
export function HighlightedText({
  text,
  ranges,
}: {
  readonly text: string;
  readonly ranges: readonly Range[];
}) {
  return splitRanges(text, ranges).map((stretch) =>
    stretch.marked ? <mark key={stretch.start}>{stretch.text}</mark> : stretch.text,
  );
}
