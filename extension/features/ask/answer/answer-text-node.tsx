import type { Text } from "mdast";
import type { ReactNode } from "react";
import { splitRanges, type TextRange } from "../../../ui/split-ranges";
import styles from "./answer-text.module.css";
import { splitCitations } from "./split-citations";

interface AnswerTextNodeProps {
  readonly node: Text;
  readonly citationNumbers: ReadonlySet<number>;
  readonly renderCitation: (n: number) => ReactNode;
  readonly unsupported?: readonly TextRange[];
}

/** A text node: citations become buttons, and text without support of a source is underlined. */
export function AnswerTextNode({ node, unsupported = [], ...options }: AnswerTextNodeProps) {
  return splitRanges(node.value, toNodeRanges(node, unsupported)).map(({ start, text, marked }) =>
    marked ? (
      <span key={start} className={styles.unsupported} title="No source supports this">
        {renderWithCitations(text, options)}
      </span>
    ) : (
      renderWithCitations(text, options)
    ),
  );
}

/** Ranges of the whole text as ranges of this node. A node with escapes has no exact offsets and is marked whole. */
function toNodeRanges({ value, position }: Text, ranges: readonly TextRange[]): readonly TextRange[] {
  const start = position?.start.offset ?? 0;
  const end = position?.end.offset ?? start;
  const overlapping = ranges.filter(([from, to]) => from < end && to > start);
  if (end - start !== value.length) return overlapping.map(() => [0, value.length]);
  return overlapping.map(([from, to]) => [from - start, to - start]);
}

function renderWithCitations(
  text: string,
  { citationNumbers, renderCitation }: Pick<AnswerTextNodeProps, "citationNumbers" | "renderCitation">,
): ReactNode {
  return splitCitations(text, citationNumbers).map((span) =>
    "n" in span ? (
      <span key={span.at} className={styles.citation}>
        {span.before}
        {renderCitation(span.n)}
        {span.after}
      </span>
    ) : (
      span.text
    ),
  );
}
