import { Icon } from "./icons/icon";
import type { IconName } from "./icons/icon-paths";
import styles from "./removable-chip.module.css";

interface RemovableChipProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onRemove: () => void;
}

/** A chip with a button that removes it. */
export function RemovableChip({ icon, label, onRemove }: RemovableChipProps) {
  return (
    <span className={styles.chip}>
      <Icon name={icon} size={14} />
      <span className={styles.label} title={label}>
        {label}
      </span>
      <button type="button" className={styles.remove} aria-label={`Remove ${label}`} onClick={onRemove}>
        <Icon name="close" size={13} />
      </button>
    </span>
  );
}
