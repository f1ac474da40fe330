import { memo, useId } from "react";
import { isInProgress } from "../../../../engine/chat/reduce-turn";
import type { AnswerConflict, LiveFinding } from "../../../../engine/model/answer";
import type { Turn } from "../../../../engine/model/chat";
import { Notice } from "../../../ui/notice";
import { safeUrl } from "../../../ui/safe-url";
import { AnswerText } from "../answer/answer-text";
import { Reasoning } from "../answer/reasoning";
import { CitationCard } from "../citation/citation-card";
import { CitationMarker } from "../citation/citation-marker";
import type { TurnActions } from "./turn-actions";
import { TurnButtons } from "./turn-buttons";
import { TurnHead } from "./turn-head";
import { TurnNotes } from "./turn-notes";
import styles from "./turn-view.module.css";

interface TurnViewProps {
  readonly turn: Turn;
  readonly now: number;
  readonly actions: TurnActions;
}

/** A question with its answer and the cited passages. */
export const TurnView = memo(function TurnView({ turn, now, actions }: TurnViewProps) {
  return (
    <article className={styles.turn} aria-label={turn.question}>
      <TurnHead turn={turn} actions={actions} />
      <Answer turn={turn} now={now} actions={actions} />
      {turn.live.length > 0 && <p className={styles.aside}>{formatLiveFindings(turn.live)}</p>}
      {turn.status === "stopped" && <p className={styles.aside}>Stopped.</p>}
      <TurnNotes turn={turn} actions={actions} />
      {!isInProgress(turn) && <TurnButtons turn={turn} actions={actions} />}
    </article>
  );
});

function Answer({ turn, now, actions }: TurnViewProps) {
  const { text, reasoning, citations, unsupported, conflicts = [] } = turn;
  const cited = new Map(citations.map((citation) => [citation.n, citation]));
  const marker = (n: number) => {
    const citation = cited.get(n);
    if (!citation) return `[${n}]`;
    const url = safeUrl(citation.url);
    return <CitationMarker n={n} title={citation.title} onOpen={() => url && actions.onOpen(url)} />;
  };
  return (
    <>
      {reasoning !== undefined && <Reasoning text={reasoning} />}
      <div className={styles.answer} aria-live="polite" aria-busy={isInProgress(turn)}>
        {turn.status === "waiting" && <p className={styles.waiting}>{formatWaiting(turn)}</p>}
        {text !== "" && (
          <AnswerText
            text={text}
            citationNumbers={new Set(cited.keys())}
            renderCitation={marker}
            {...(unsupported && { unsupported })}
          />
        )}
      </div>
      {conflicts.map(({ newer, older, text: statements }) => (
        <Notice key={`${newer} ${older}`} tone="problem">
          {`Your sources disagree: ${statements}`}
        </Notice>
      ))}
      <Closest turn={turn} now={now} actions={actions} />
      {text !== "" && citations.length > 0 && (
        <ol className={styles.citations} aria-label="Citations">
          {citations.map((citation) => (
            <CitationCard
              key={citation.n}
              citation={citation}
              conflicts={formatConflicts(citation.n, conflicts)}
              now={now}
              onOpen={actions.onOpen}
              onFindSimilar={actions.onFindSimilar}
            />
          ))}
        </ol>
      )}
    </>
  );
}

/** The passages that come closest, where nothing answers. */
function Closest({ turn: { closest = [] }, now, actions }: TurnViewProps) {
  const heading = useId();
  if (closest.length === 0) return null;
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className={styles.closest}>
        Closest passages
      </h3>
      <ol className={styles.citations}>
        {closest.map((citation) => (
          <CitationCard
            key={citation.n}
            citation={citation}
            isNumbered={false}
            conflicts={[]}
            now={now}
            onOpen={actions.onOpen}
            onFindSimilar={actions.onFindSimilar}
          />
        ))}
      </ol>
    </section>
  );
}

function formatWaiting({ find, reasoning }: Turn): string {
  if (find) return "Looking for documents…";
  return reasoning === undefined ? "Looking for the answer…" : "The model is thinking…";
}

/** The conflicts of citation `n` in words: "Newer than 2, which says otherwise"; "2 says otherwise" without an order. */
function formatConflicts(n: number, conflicts: readonly AnswerConflict[]): readonly string[] {
  return conflicts.flatMap(({ newer, older, isOrderUnknown }) => {
    if (isOrderUnknown && (n === newer || n === older))
      return [`${n === newer ? older : newer} says otherwise`];
    if (n === newer) return [`Newer than ${older}, which says otherwise`];
    return n === older ? [`Older than ${newer}, which says otherwise`] : [];
  });
}

/** The findings of live search in words: "Also asked Slack: 2 new · GitHub: nothing new". */
export function formatLiveFindings(findings: readonly LiveFinding[]): string {
  const words = findings.map(
    ({ label, found, problem }) => `${label}: ${problem ?? formatFoundCount(found)}`,
  );
  return `Also asked ${words.join(" · ")}`;
}

function formatFoundCount(found: number): string {
  return found === 0 ? "nothing new" : `${found} new`;
}
