import styles from "./switch.module.css";

interface SwitchProps {
  readonly id: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly describedBy?: string;
  readonly onChange: (checked: boolean) => void;
}

/** An on-off switch; a `<label htmlFor={id}>` names it. */
export function Switch({ id, checked, disabled = false, describedBy, onChange }: SwitchProps) {
  return (
    <input
      type="checkbox"
      role="switch"
      id={id}
      className={styles.switch}
      checked={checked}
      aria-checked={checked}
      aria-describedby={describedBy}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
