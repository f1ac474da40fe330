import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { safeUrl } from "../../ui/safe-url";
import { AnswerText } from "./answer-text";
import { CitationCard } from "./citation-card";
import { CitationMarker } from "./citation-marker";
import { isOpen, type Turn } from "./conversation";
import { CopyButton } from "./copy-button";
import { liveWords } from "./live-words";
import { scopeWords } from "./scope-words";
import styles from "./turn-view.module.css";

interface TurnViewProps {
  readonly turn: Turn;
  readonly now: number;
  readonly onOpen: (url: string) => void;
  readonly onRetry: (turn: Turn) => void;
}

/** A question with its answer and the passages the answer rests on. */
export function TurnView({ turn, now, onOpen, onRetry }: TurnViewProps) {
  const scope = scopeWords(turn.scope);
  return (
    <article className={styles.turn} aria-label={turn.question}>
      <h2 className={styles.question} title={turn.question}>
        {turn.question}
      </h2>
      {scope && <p className={styles.scope}>{scope}</p>}
      <Answer turn={turn} now={now} onOpen={onOpen} />
      {turn.live.length > 0 && <p className={styles.aside}>{liveWords(turn.live)}</p>}
      {turn.status === "stopped" && <p className={styles.aside}>Stopped.</p>}
      {turn.status === "failed" && (
        <Notice
          tone="problem"
          actions={
            <Button icon="retry" onClick={() => onRetry(turn)}>
              Ask again
            </Button>
          }
        >
          {turn.problem}
        </Notice>
      )}
      {!isOpen(turn) && turn.found && turn.text !== "" && <CopyButton turn={turn} />}
    </article>
  );
}

function Answer({ turn, now, onOpen }: Omit<TurnViewProps, "onRetry">) {
  const { text, citations } = turn;
  const cited = new Map(citations.map((citation) => [citation.n, citation]));
  const marker = (n: number) => {
    const citation = cited.get(n);
    if (!citation) return `[${n}]`;
    const url = safeUrl(citation.url);
    return <CitationMarker n={n} title={citation.title} onOpen={() => url && onOpen(url)} />;
  };
  return (
    <>
      <div className={styles.answer} aria-live="polite" aria-busy={isOpen(turn)}>
        {turn.status === "waiting" && <p className={styles.waiting}>Looking for the answer…</p>}
        {text !== "" && <AnswerText text={text} known={new Set(cited.keys())} renderCitation={marker} />}
      </div>
      {text !== "" && citations.length > 0 && (
        <ol className={styles.citations} aria-label="Citations">
          {citations.map((citation) => (
            <CitationCard key={citation.n} citation={citation} now={now} onOpen={onOpen} />
          ))}
        </ol>
      )}
    </>
  );
}
