import { useId } from "react";
import type { ConnectField } from "./connect-form";
import styles from "./form-field.module.css";

interface FormFieldProps {
  readonly field: ConnectField;
  readonly disabled: boolean;
}

/** A labelled entry of a form. Chrome is asked not to remember tokens. */
export function FormField({ field, disabled }: FormFieldProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{field.label}</label>
      <input
        id={id}
        className={styles.entry}
        name={field.name}
        type={field.type}
        required={field.required}
        disabled={disabled}
        autoComplete={field.type === "password" ? "new-password" : "off"}
        spellCheck={false}
        aria-describedby={field.help ? `${id}-help` : undefined}
      />
      {field.help && (
        <p id={`${id}-help`} className={styles.help}>
          {field.help}
        </p>
      )}
    </div>
  );
}
