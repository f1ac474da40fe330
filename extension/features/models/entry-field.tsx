import { type ComponentProps, useId } from "react";
import styles from "./entry-form.module.css";

interface EntryFieldProps extends Omit<ComponentProps<"input">, "id" | "className"> {
  readonly label: string;
  /** What `EntryDialog` hands its value on by. */
  readonly name: string;
}

/** A line to fill in, under its label. */
export function EntryField({ label, ...input }: EntryFieldProps) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <input {...input} id={id} className={styles.entry} />
    </>
  );
}

/** Where a server is. */
export function AddressField(input: Omit<EntryFieldProps, "label" | "name">) {
  return (
    <EntryField
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
export function SecretField(input: EntryFieldProps) {
  return <EntryField {...input} type="password" autoComplete="new-password" />;
}
