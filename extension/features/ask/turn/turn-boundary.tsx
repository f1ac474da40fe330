import type { ReactNode } from "react";
import type { Turn } from "../../../../engine/model/chat";
import { Button } from "../../../ui/button";
import { ErrorBoundary } from "../../../ui/error-boundary";
import { Notice } from "../../../ui/notice";
import { useCopy } from "../../../ui/use-copy";
import styles from "./turn-boundary.module.css";

interface TurnBoundaryProps {
  readonly turn: Turn;
  readonly children: ReactNode;
}

/**
 * The error boundary of one turn: a turn that cannot be rendered is shown as plain text. It is rendered again when its
 * status changes, not with every text event.
 */
export function TurnBoundary({ turn, children }: TurnBoundaryProps) {
  return (
    <ErrorBoundary resetKey={turn.status} fallback={() => <PlainTurn turn={turn} />}>
      {children}
    </ErrorBoundary>
  );
}

/** Renders strings alone, because any other field may be the broken one. */
function PlainTurn({ turn: { question, text } }: { readonly turn: Turn }) {
  const { copied, problem, copy } = useCopy();
  const copyText = (
    <Button icon={copied ? "check" : "copy"} onClick={() => copy(text)}>
      {copied ? "Copied" : "Copy the text"}
    </Button>
  );
  return (
    <article className={styles.turn} aria-label={question}>
      <h2 className={styles.question}>{question}</h2>
      <Notice tone="problem" actions={text !== "" && copyText}>
        {problem ? `Cannot copy the answer: ${problem}` : "This answer cannot be drawn as usual"}
      </Notice>
      {text !== "" && <p className={styles.text}>{text}</p>}
    </article>
  );
}
