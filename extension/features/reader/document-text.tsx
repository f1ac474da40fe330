import { useEffect, useLayoutEffect, useRef } from "react";
import type { Document } from "../../../engine/model/document";
import { Button } from "../../ui/button";
import type { TextRange } from "../../ui/split-ranges";
import styles from "./document-text.module.css";
import { type ReaderSpan, splitReaderText } from "./split-reader-text";
import { useTextWindow } from "./use-reader";

interface DocumentTextProps {
  readonly document: Document;
  readonly passage: TextRange;
}

/** The stored text around the passage, which is marked and scrolled into view. */
export function DocumentText({ document, passage }: DocumentTextProps) {
  const { text, format, pages = [] } = document;
  const { window, showAbove, showBelow } = useTextWindow(text, passage);
  const firstMark = useRef<HTMLElement>(null);
  const height = useRef<number>(undefined);
  const root = () => globalThis.document.documentElement;
  const from = window[0];

  useEffect(() => {
    firstMark.current?.scrollIntoView({ block: "center" });
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when text was added above, to keep the scroll position.
  useLayoutEffect(() => {
    if (height.current !== undefined) scrollBy(0, root().scrollHeight - height.current);
    height.current = undefined;
  }, [from]);

  const spans = splitReaderText(text, { window, passage, pages });
  const first = spans.find((span) => span.kind === "text" && span.marked);
  return (
    <>
      {showAbove && (
        <Button
          className={styles.showMore ?? ""}
          onClick={() => {
            height.current = root().scrollHeight;
            showAbove();
          }}
        >
          Show more above
        </Button>
      )}
      <div className={`${styles.text} ${format === "code" ? styles.code : ""}`}>
        {spans.map((span) => (
          <Span
            key={span.kind === "page" ? `page ${span.page}` : span.at}
            span={span}
            mark={span === first ? firstMark : undefined}
          />
        ))}
      </div>
      {showBelow && (
        <Button className={styles.showMore ?? ""} onClick={showBelow}>
          Show more below
        </Button>
      )}
    </>
  );
}

interface SpanProps {
  readonly span: ReaderSpan;
  readonly mark: React.Ref<HTMLElement> | undefined;
}

function Span({ span, mark }: SpanProps) {
  if (span.kind === "page") return <span className={styles.page}>{`Page ${span.page}`}</span>;
  if (!span.marked) return span.text;
  return <mark ref={mark}>{span.text}</mark>;
}
