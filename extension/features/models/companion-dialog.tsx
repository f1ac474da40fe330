import { type FormEvent, useId } from "react";
import type { CompanionAccess } from "../../../engine/auth/auth-ports";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import styles from "./entry-form.module.css";

/** Where it listens when nothing else was set. */
const USUAL = "http://127.0.0.1:8787";

interface CompanionDialogProps {
  /** Called inside a click. */
  readonly onAdd: (entered: CompanionAccess) => void;
  readonly onCancel: () => void;
}

/** Takes the address of the companion and what it is paired with. */
export function CompanionDialog({ onAdd, onCancel }: CompanionDialogProps) {
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => String(form.get(name)).trim();
    onAdd({ baseUrl: field("url"), token: field("token") });
  };
  return (
    <Dialog
      title="Add the companion"
      text="A small server of your own that keeps the keys of cloud models and the secrets of sign-ins outside the browser. Start it with npm run companion."
      onCancel={onCancel}
      actions={
        <>
          <Button onClick={onCancel}>Cancel</Button>
          <Button tone="primary" type="submit" form={`${id}-form`}>
            Add
          </Button>
        </>
      }
    >
      <form id={`${id}-form`} className={styles.form} onSubmit={submit}>
        <label htmlFor={`${id}-url`}>Address</label>
        <input
          id={`${id}-url`}
          className={styles.entry}
          name="url"
          type="url"
          required
          pattern="https?://.+"
          defaultValue={USUAL}
          spellCheck={false}
        />
        <label htmlFor={`${id}-token`}>Pairing token</label>
        <input
          id={`${id}-token`}
          className={styles.entry}
          name="token"
          type="password"
          required
          autoComplete="new-password"
        />
        <p className={styles.help}>
          The companion printed it at its first start. It is kept encrypted with your sign-ins and sent to the
          companion alone.
        </p>
      </form>
    </Dialog>
  );
}
