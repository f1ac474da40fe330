import { useEffect, useRef, useState } from "react";
import type { Turn } from "../../../engine/model/chat";
import { Button } from "../../ui/button";
import { formatCount } from "../../ui/format-count";
import { Notice } from "../../ui/notice";
import { ProgressBar } from "../../ui/progress-bar";
import { useNow } from "../../ui/use-now";
import { FollowUps } from "./follow-ups";
import { type IndexProgress, indexProgressWords } from "./index-progress";
import type { TurnActions } from "./turn-actions";
import styles from "./turn-list.module.css";
import { TurnView } from "./turn-view";
import type { useSources } from "./use-sources";
import { Welcome } from "./welcome";

/** Questions drawn when a chat is opened: each takes about 4 ms, and the newest are what is looked for. */
const DRAWN_AT_ONCE = 30;

interface TurnListProps {
  readonly turns: readonly Turn[];
  readonly sources: ReturnType<typeof useSources>;
  /** True while questions are narrowed to a page, which needs no sources. */
  readonly focused: boolean;
  readonly actions: TurnActions;
  readonly onAddSources: () => void;
}

/** The questions so far under the state of the index; before the first one, where to begin. */
export function TurnList({ turns, sources, focused, actions, onAddSources }: TurnListProps) {
  const last = useRef<HTMLDivElement>(null);
  const count = turns.length;
  const newest = turns.at(-1);
  const newestKey = newest && `${newest.chatId} ${newest.id}`;
  useEffect(() => {
    // A new question goes to the top, so that its answer is read from the beginning.
    if (newestKey) last.current?.scrollIntoView({ block: "start" });
  }, [newestKey]);
  const now = useNow();
  const [shown, setShown] = useState(DRAWN_AT_ONCE);
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
      {count === 0 && <Beginning progress={sources.progress} focused={focused} onAddSources={onAddSources} />}
      {earlier > 0 && (
        <Button className={styles.earlier ?? ""} tone="quiet" onClick={() => setShown(shown + DRAWN_AT_ONCE)}>
          {`Show earlier questions (${formatCount(earlier)})`}
        </Button>
      )}
      {turns.slice(earlier).map((turn) => (
        <div key={turn.id} className={styles.column} ref={turn === newest ? last : undefined}>
          <TurnView turn={turn} now={now} actions={actions} />
          {turn === newest && turn.status === "done" && turn.found && (
            <FollowUps turn={turn} onAsk={actions.onAsk} />
          )}
        </div>
      ))}
    </main>
  );
}

function Progress({ progress }: { readonly progress: IndexProgress }) {
  const words = indexProgressWords(progress);
  const waiting = progress.done < progress.found;
  return (
    <div className={styles.progress}>
      <p>{words}</p>
      <ProgressBar label={words} done={progress.done} total={waiting ? progress.found : 0} />
    </div>
  );
}

function Beginning(props: {
  readonly progress: IndexProgress | undefined;
  readonly focused: boolean;
  readonly onAddSources: () => void;
}) {
  const { progress, focused, onAddSources } = props;
  if (focused) return <p className={styles.hint}>What would you like to know about it?</p>;
  if (!progress) return null;
  if (progress.indexed === 0 && !progress.busy) return <Welcome onAddSources={onAddSources} />;
  return <p className={styles.hint}>{invitation(progress.indexed)}</p>;
}

function invitation(documents: number): string {
  if (documents === 0) return "You can ask as soon as the first documents are indexed.";
  return documents === 1
    ? "Ask anything about your document."
    : `Ask anything about your ${formatCount(documents)} documents.`;
}
