import styles from "./chip.module.css";
import { Icon } from "./icons/icon";
import type { IconName } from "./icons/icon-paths";

interface ChipProps {
  readonly icon: IconName;
  readonly label: string;
  readonly pressed: boolean;
  readonly onToggle: () => void;
}

/** A small toggle button in a row. */
export function Chip({ icon, label, pressed, onToggle }: ChipProps) {
  return (
    <button type="button" className={styles.chip} aria-pressed={pressed} onClick={onToggle}>
      <Icon name={icon} size={14} />
      <span className={styles.label}>{label}</span>
    </button>
  );
}
