import { useEffect, useRef, useState } from "react";
import type { Turn } from "../../../../engine/model/chat";
import { Button } from "../../../ui/button";
import { formatCount } from "../../../ui/format-count";
import { Notice } from "../../../ui/notice";
import { ProgressBar } from "../../../ui/progress-bar";
import { useNow } from "../../../ui/use-now";
import type { useSourceChoices } from "../scope/use-source-choices";
import type { TurnActions } from "../turn/turn-actions";
import { TurnBoundary } from "../turn/turn-boundary";
import { TurnView } from "../turn/turn-view";
import { FollowUps } from "./follow-ups";
import { formatIndexProgress, type IndexProgress } from "./sum-index-progress";
import styles from "./turn-list.module.css";
import { Welcome } from "./welcome";

/** Turns rendered when a chat is opened; each takes about 4 ms. */
const TURNS_PER_PAGE = 30;

interface TurnListProps {
  readonly turns: readonly Turn[];
  readonly sources: ReturnType<typeof useSourceChoices>;
  /** True while questions have a focus, which needs no sources. */
  readonly focused: boolean;
  readonly actions: TurnActions;
  readonly onAddSources: () => void;
}

/** The turns of the chat below the progress of indexing; an empty chat shows a hint. */
export function TurnList({ turns, sources, focused, actions, onAddSources }: TurnListProps) {
  const last = useRef<HTMLDivElement>(null);
  const count = turns.length;
  const newest = turns.at(-1);
  const newestKey = newest && `${newest.chatId} ${newest.id}`;
  useEffect(() => {
    // A new question scrolls to the top.
    if (newestKey) last.current?.scrollIntoView({ block: "start" });
  }, [newestKey]);
  const now = useNow();
  const [shown, setShown] = useState(TURNS_PER_PAGE);
  const earlier = Math.max(0, count - shown);
  return (
    <main className={styles.scroller}>
      {sources.progress?.busy && <Progress progress={sources.progress} />}
      {sources.problem && (
        <div className={styles.column}>
          <Notice tone="problem" actions={<Button onClick={sources.refresh}>Try again</Button>}>
            {sources.problem}
          </Notice>
        </div>
      )}
      {count === 0 && (
        <EmptyState progress={sources.progress} focused={focused} onAddSources={onAddSources} />
      )}
      {earlier > 0 && (
        <Button
          className={styles.earlier ?? ""}
          tone="quiet"
          onClick={() => setShown(shown + TURNS_PER_PAGE)}
        >
          {`Show earlier questions (${formatCount(earlier)})`}
        </Button>
      )}
      {turns.slice(earlier).map((turn) => (
        <div key={turn.id} className={styles.column} ref={turn === newest ? last : undefined}>
          <TurnBoundary turn={turn}>
            <TurnView turn={turn} now={now} actions={actions} />
            {turn === newest && turn.status === "done" && turn.found && (
              <FollowUps turn={turn} onAsk={actions.onAsk} />
            )}
          </TurnBoundary>
        </div>
      ))}
    </main>
  );
}

function Progress({ progress }: { readonly progress: IndexProgress }) {
  const label = formatIndexProgress(progress);
  const waiting = progress.done < progress.found;
  return (
    <div className={styles.progress}>
      <p>{label}</p>
      <ProgressBar label={label} done={progress.done} total={waiting ? progress.found : 0} />
    </div>
  );
}

function EmptyState(props: {
  readonly progress: IndexProgress | undefined;
  readonly focused: boolean;
  readonly onAddSources: () => void;
}) {
  const { progress, focused, onAddSources } = props;
  if (focused) return <p className={styles.hint}>What would you like to know about it?</p>;
  if (!progress) return null;
  if (progress.indexed === 0 && !progress.busy) return <Welcome onAddSources={onAddSources} />;
  return <p className={styles.hint}>{formatEmptyState(progress)}</p>;
}

function formatEmptyState({ indexed: documents, rebuilding }: IndexProgress): string {
  if (rebuilding > 0) {
    const ready = `${formatCount(documents - rebuilding)} of your ${formatCount(documents)} documents`;
    return `The index is being rebuilt: ${ready} can be found in full now, the others soon.`;
  }
  if (documents === 0) return "You can ask as soon as the first documents are indexed.";
  return documents === 1
    ? "Ask anything about your document."
    : `Ask anything about your ${formatCount(documents)} documents.`;
}
