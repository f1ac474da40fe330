import { useState } from "react";
import { Button } from "../../../ui/button";
import { ConfirmDialog } from "../../../ui/confirm-dialog";
import { formatBytes } from "../../../ui/format-bytes";
import { formatCount } from "../../../ui/format-count";
import { Notice } from "../../../ui/notice";
import { useAction } from "../../../ui/use-action";
import { removeEverything } from "./remove-everything";
import styles from "./storage-section.module.css";
import { type StorageStats, useStorage } from "./use-storage";

/** The amount of stored data, and a button that deletes it. */
export function StorageSection({ onDone }: { readonly onDone: () => void }) {
  const storage = useStorage();
  const action = useAction();
  const [confirming, setConfirming] = useState(false);
  const removeAll = () =>
    action.run(async () => {
      await removeEverything();
      onDone();
      storage.refresh();
    });
  return (
    <>
      {storage.problem && (
        <Notice tone="problem" actions={<Button onClick={storage.refresh}>Try again</Button>}>
          {storage.problem}
        </Notice>
      )}
      {storage.value?.problems.map((problem) => (
        <Notice key={problem} tone="problem">
          {problem}
        </Notice>
      ))}
      {storage.value?.warning && <Notice tone="problem">{storage.value.warning}</Notice>}
      {storage.value && <Figures storage={storage.value} />}
      {!storage.value && !storage.problem && !storage.isBlocked && (
        <p className={styles.waiting}>Opening the index…</p>
      )}
      {action.problem && (
        <Notice tone="problem" onDismiss={action.dismiss}>
          {action.problem}
        </Notice>
      )}
      <div>
        <Button tone="danger" icon="trash" disabled={action.busy} onClick={() => setConfirming(true)}>
          Remove everything
        </Button>
      </div>
      {confirming && (
        <ConfirmDialog
          title="Remove everything?"
          text="Atlas forgets all sources and all it has read, and gives back its permissions. Your files, bookmarks and pages stay as they are."
          confirmLabel="Yes, remove everything"
          onCancel={() => setConfirming(false)}
          onConfirm={() => {
            setConfirming(false);
            void removeAll();
          }}
        />
      )}
    </>
  );
}

function Figures({ storage }: { readonly storage: StorageStats }) {
  const figures = [
    ["Documents", formatCount(storage.documents)],
    ["Passages", formatCount(storage.chunks)],
    ["Index", formatBytes(storage.indexBytes)],
    ["On disk in all", formatBytes(storage.diskBytes)],
  ] as const;
  return (
    <dl className={styles.figures}>
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
