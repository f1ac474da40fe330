import { type ComponentProps, useId } from "react";
import styles from "./form.module.css";

interface TextFieldProps extends Omit<ComponentProps<"input">, "id" | "className"> {
  readonly label: string;
  /** What `FormDialog` hands its value on by. */
  readonly name: string;
}

/** A line to fill in, under its label. */
export function TextField({ label, ...input }: TextFieldProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input {...input} id={id} className={styles.entry} />
    </>
  );
}

/** Where a server is. */
export function UrlField(input: Omit<TextFieldProps, "label" | "name">) {
  return (
    <TextField
      {...input}
      label="Address"
      name="url"
      type="url"
      required
      pattern="https?://.+"
      spellCheck={false}
    />
  );
}

/** Something the browser must neither show nor fill in from what it remembers. */
export function SecretField(input: TextFieldProps) {
  return <TextField {...input} type="password" autoComplete="new-password" />;
}
