import { useId } from "react";
import styles from "./radio-list.module.css";

interface RadioListProps<Id extends string> {
  readonly legend: string;
  readonly choices: readonly { readonly id: Id; readonly label: string; readonly help?: string }[];
  readonly selected: Id | undefined;
  readonly disabled: boolean;
  readonly onSelect: (id: Id) => void;
}

/** Choices of which exactly one is selected, one below the other. */
export function RadioList<Id extends string>(props: RadioListProps<Id>) {
  const { legend, choices, selected, disabled, onSelect } = props;
  const name = useId();
  return (
    <fieldset className={styles.list} disabled={disabled}>
      <legend className={styles.legend}>{legend}</legend>
      {choices.map(({ id, label, help }) => (
        <label key={id} className={styles.choice}>
          <input
            type="radio"
            name={name}
            value={id}
            checked={id === selected}
            onChange={() => onSelect(id)}
          />
          <span>
            {label}
            {help !== undefined && <span className={styles.help}>{help}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
