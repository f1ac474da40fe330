import { SourceCard } from "../card/source-card";
import type { Sources } from "../use-sources";
import styles from "./folder-list.module.css";

interface FolderListProps {
  readonly sources: Sources;
  readonly onDone: () => void;
}

/** All folder sources, or a hint how to add the first one. */
export function FolderList({ sources, onDone }: FolderListProps) {
  const now = Date.now();
  const folders = sources.summaries.flatMap((summary) => {
    const declaration = sources.declarations.find(({ id }) => id === summary.source.connectorId);
    return declaration?.addedBy === "folder" ? [{ summary, declaration }] : [];
  });
  if (folders.length === 0) {
    return (
      <p className={styles.empty}>
        Add a folder with notes, documents or code, or drop one anywhere on this page. Atlas reads it and
        notices what changes.
      </p>
    );
  }
  return folders.map(({ summary, declaration }) => (
    <SourceCard
      key={summary.source.id}
      declaration={declaration}
      summary={summary}
      now={now}
      onDone={onDone}
    />
  ));
}
