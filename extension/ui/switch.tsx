import styles from "./switch.module.css";

interface SwitchProps {
  readonly id: string;
  /** Required unless a `<label htmlFor={id}>` exists. */
  readonly label?: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly describedBy?: string;
  readonly onChange: (checked: boolean) => void;
}

/** An on-off switch. */
export function Switch({ id, label, checked, disabled = false, describedBy, onChange }: SwitchProps) {
  return (
    <input
      type="checkbox"
      role="switch"
      id={id}
      className={styles.switch}
      checked={checked}
      aria-checked={checked}
      aria-label={label}
      aria-describedby={describedBy}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
