import { useEffect, useRef } from "react";
import { Button } from "../../ui/button";
import { formatCount } from "../../ui/format-count";
import { Notice } from "../../ui/notice";
import { ProgressBar } from "../../ui/progress-bar";
import type { Turn } from "./conversation";
import { type IndexProgress, indexProgressWords } from "./index-progress";
import styles from "./turn-list.module.css";
import { TurnView } from "./turn-view";
import type { useSources } from "./use-sources";
import { Welcome } from "./welcome";

interface TurnListProps {
  readonly turns: readonly Turn[];
  readonly sources: ReturnType<typeof useSources>;
  /** True while questions are narrowed to a page, which needs no sources. */
  readonly focused: boolean;
  readonly onOpen: (url: string) => void;
  readonly onRetry: (turn: Turn) => void;
  readonly onAddSources: () => void;
}

/** The questions so far under the state of the index; before the first one, where to begin. */
export function TurnList({ turns, sources, focused, onOpen, onRetry, onAddSources }: TurnListProps) {
  const last = useRef<HTMLDivElement>(null);
  const count = turns.length;
  useEffect(() => {
    // A new question goes to the top, so that its answer is read from the beginning.
    if (count > 0) last.current?.scrollIntoView({ block: "start" });
  }, [count]);
  const now = Date.now();
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
      {turns.map((turn, index) => (
        <div key={turn.id} className={styles.column} ref={index === count - 1 ? last : undefined}>
          <TurnView turn={turn} now={now} onOpen={onOpen} onRetry={onRetry} />
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
