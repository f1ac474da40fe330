import { useEffect, useLayoutEffect, useRef } from "react";
import type { Document } from "../../../engine/model/document";
import { Button } from "../../ui/button";
import type { Range } from "../../ui/split-ranges";
import styles from "./document-text.module.css";
import { type ReaderPiece, readerPieces } from "./reader-pieces";
import { useTextWindow } from "./use-reader";

interface DocumentTextProps {
  readonly document: Document;
  readonly passage: Range;
}

/** The text as it was read, around the passage, which is marked and scrolled to. */
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
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came above must not push away what is read.
  useLayoutEffect(() => {
    if (height.current !== undefined) scrollBy(0, root().scrollHeight - height.current);
    height.current = undefined;
  }, [from]);

  const pieces = readerPieces(text, { window, passage, pages });
  const first = pieces.find((piece) => piece.kind === "text" && piece.marked);
  return (
    <>
      {showAbove && (
        <Button
          className={styles.more ?? ""}
          onClick={() => {
            height.current = root().scrollHeight;
            showAbove();
          }}
        >
          Show more above
        </Button>
      )}
      <div className={`${styles.text} ${format === "code" ? styles.code : ""}`}>
        {pieces.map((piece) => (
          <Piece
            key={piece.kind === "page" ? `page ${piece.page}` : piece.at}
            piece={piece}
            mark={piece === first ? firstMark : undefined}
          />
        ))}
      </div>
      {showBelow && (
        <Button className={styles.more ?? ""} onClick={showBelow}>
          Show more below
        </Button>
      )}
    </>
  );
}

interface PieceProps {
  readonly piece: ReaderPiece;
  readonly mark: React.Ref<HTMLElement> | undefined;
}

function Piece({ piece, mark }: PieceProps) {
  if (piece.kind === "page") return <span className={styles.page}>{`Page ${piece.page}`}</span>;
  if (!piece.marked) return piece.text;
  return <mark ref={mark}>{piece.text}</mark>;
}
