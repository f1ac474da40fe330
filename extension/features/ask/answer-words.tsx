import type { Text } from "mdast";
import type { ReactNode } from "react";
import { type Range, splitRanges } from "../../ui/split-ranges";
import styles from "./answer-text.module.css";
import { splitCitations } from "./split-citations";

interface AnswerWordsProps {
  readonly node: Text;
  readonly known: ReadonlySet<number>;
  readonly renderCitation: (n: number) => ReactNode;
  readonly unsupported?: readonly Range[];
}

/** A run of words: its citations are buttons, and what no source supports is underlined. */
export function AnswerWords({ node, unsupported = [], ...context }: AnswerWordsProps) {
  return splitRanges(node.value, rangesWithin(node, unsupported)).map(({ start, text, marked }) =>
    marked ? (
      <span key={start} className={styles.unsupported} title="No source supports this">
        {withCitations(text, context)}
      </span>
    ) : (
      withCitations(text, context)
    ),
  );
}

/** Ranges of the whole text as ranges of this run; one with escapes is marked as a whole, its offsets being lost. */
function rangesWithin({ value, position }: Text, ranges: readonly Range[]): readonly Range[] {
  const start = position?.start.offset ?? 0;
  const end = position?.end.offset ?? start;
  const overlapping = ranges.filter(([from, to]) => from < end && to > start);
  if (end - start !== value.length) return overlapping.map(() => [0, value.length]);
  return overlapping.map(([from, to]) => [from - start, to - start]);
}

function withCitations(
  text: string,
  { known, renderCitation }: Pick<AnswerWordsProps, "known" | "renderCitation">,
): ReactNode {
  return splitCitations(text, known).map((piece) =>
    "n" in piece ? (
      <span key={piece.at} className={styles.tied}>
        {piece.before}
        {renderCitation(piece.n)}
        {piece.after}
      </span>
    ) : (
      piece.text
    ),
  );
}
