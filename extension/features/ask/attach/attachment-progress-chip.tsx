import { IconButton } from "../../../ui/icon-button";
import { Icon } from "../../../ui/icons/icon";
import { ProgressBar } from "../../../ui/progress-bar";
import styles from "./focus-chip.module.css";
import type { PendingAttachment } from "./use-attachment";

interface AttachmentProgressChipProps {
  readonly attaching: PendingAttachment;
  readonly onCancel: () => void;
}

/** Shows which file is being read and its progress, with a button to cancel. */
export function AttachmentProgressChip({
  attaching: { name, share },
  onCancel,
}: AttachmentProgressChipProps) {
  const label = `Reading ${name}`;
  return (
    <div className={`${styles.chip} ${styles.reading}`}>
      <div className={styles.row}>
        <Icon name="attach" size={15} />
        <span className={styles.words} title={name} role="status">
          {label}
        </span>
        {share !== undefined && <span>{Math.floor(100 * share)} %</span>}
        <IconButton className={styles.close ?? ""} icon="close" label="Stop reading" onClick={onCancel} />
      </div>
      <ProgressBar label={label} done={100 * (share ?? 0)} total={share === undefined ? 0 : 100} />
    </div>
  );
}
