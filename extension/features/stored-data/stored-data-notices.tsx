import {
  dismissLostSources,
  onLostSourcesChange,
  type RecordedSource,
  readLostSources,
} from "../../platform/source-record";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { usePageProblem } from "../../ui/page-problem";
import { useLiveQuery } from "../../ui/use-live-query";
import styles from "./stored-data-notices.module.css";

const MAX_NAMED_SOURCES = 5;

interface StoredDataNoticesProps {
  /** Opens the page on which sources are added; absent on that page. */
  readonly onAddSources?: () => void;
}

/** What concerns all that Atlas has stored: a store that cannot be opened, and one that Chrome has lost. */
export function StoredDataNotices({ onAddSources }: StoredDataNoticesProps) {
  const { problem, retry } = usePageProblem();
  const { value: lost = [] } = useLiveQuery(readLostSources, {
    subscribe: onLostSourcesChange,
    shouldPoll: () => false,
  });
  if (problem === undefined && lost.length === 0) return null;
  return (
    <div className={styles.notices}>
      {problem !== undefined && (
        <Notice tone="problem" actions={<Button onClick={retry}>Try again</Button>}>
          {`${problem}. Your files, apps and pages are untouched.`}
        </Notice>
      )}
      {lost.length > 0 && (
        <Notice
          tone="problem"
          onDismiss={() => void dismissLostSources()}
          actions={onAddSources && <Button onClick={onAddSources}>Add them again</Button>}
        >
          {formatLoss(lost, onAddSources ? "Add the sources again" : "Add the sources again below")}
        </Notice>
      )}
    </div>
  );
}

/** The sources that are gone, what is not gone, and the remedy. */
export function formatLoss(lost: readonly RecordedSource[], remedy: string): string {
  const named = lost.slice(0, MAX_NAMED_SOURCES).map(({ label }) => `“${label}”`);
  const more = lost.length - named.length;
  const parts = [...named, ...(more > 0 ? [`${more} more`] : []), "your chats"];
  const names = new Intl.ListFormat("en-GB").format(parts);
  return `Chrome has lost what Atlas had stored: ${names}. The originals are untouched. ${remedy}, and Atlas reads them anew.`;
}
