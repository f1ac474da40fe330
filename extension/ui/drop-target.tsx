import styles from "./drop-target.module.css";
import { Icon } from "./icons/icon";
import type { IconName } from "./icons/icon-paths";
import { useFileDrag } from "./use-file-drag";

interface DropTargetProps {
  readonly icon: IconName;
  /** Shown while files are dragged over the page. */
  readonly label: string;
  readonly onDrop: (transfer: DataTransfer) => void;
}

/** Makes the whole page a drop target for files; covers it while files are dragged over it. */
export function DropTarget({ icon, label, onDrop }: DropTargetProps) {
  const dragging = useFileDrag(onDrop);
  if (!dragging) return null;
  return (
    <div className={styles.overlay}>
      <Icon name={icon} size={32} />
      {label}
    </div>
  );
}
