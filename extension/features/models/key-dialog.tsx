import { type FormEvent, useId } from "react";
import type { ModelServer } from "../../../engine/model/model-settings";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import styles from "./entry-form.module.css";

interface KeyDialogProps {
  readonly server: ModelServer;
  readonly isStored: boolean;
  /** Null forgets the key. */
  readonly onEnter: (key: string | null) => void;
  readonly onCancel: () => void;
}

/** Takes the key of a model server; one that is stored is never shown again. */
export function KeyDialog({ server, isStored, onEnter, onCancel }: KeyDialogProps) {
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onEnter(String(new FormData(event.currentTarget).get("key")).trim());
  };
  const word = server.kind === "companion" ? "Pairing token" : "Key";
  return (
    <Dialog
      title={`${word} for ${server.name}`}
      text={`Kept encrypted with your sign-ins, and sent to ${server.baseUrl} alone.`}
      onCancel={onCancel}
      actions={
        <>
          {isStored && (
            <Button tone="danger" onClick={() => onEnter(null)}>
              Forget it
            </Button>
          )}
          <Button onClick={onCancel}>Cancel</Button>
          <Button tone="primary" type="submit" form={`${id}-form`}>
            Store
          </Button>
        </>
      }
    >
      <form id={`${id}-form`} className={styles.form} onSubmit={submit}>
        <label htmlFor={`${id}-key`}>{word}</label>
        <input
          id={`${id}-key`}
          className={styles.entry}
          name="key"
          type="password"
          required
          autoComplete="new-password"
        />
      </form>
    </Dialog>
  );
}
