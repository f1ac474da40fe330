import { type FormEvent, useId } from "react";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import styles from "./passphrase-dialog.module.css";

/** Shorter ones are guessed in minutes even against a slow key derivation. */
const SHORTEST = 8;

interface PassphraseDialogProps {
  readonly asking: "set" | "unlock";
  readonly onEnter: (passphrase: string) => void;
  readonly onCancel: () => void;
}

/** Takes a new passphrase, or the one that unlocks. */
export function PassphraseDialog({ asking, onEnter, onCancel }: PassphraseDialogProps) {
  const id = useId();
  const setting = asking === "set";
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onEnter(String(new FormData(event.currentTarget).get("passphrase")));
  };
  return (
    <Dialog
      title={setting ? "Set a passphrase" : "Unlock your sign-ins"}
      {...(setting && {
        text: `At least ${SHORTEST} characters. Atlas cannot recover it: if you forget it, sign in to your apps again.`,
      })}
      onCancel={onCancel}
      actions={
        <>
          <Button onClick={onCancel}>Cancel</Button>
          <Button tone="primary" type="submit" form={`${id}-form`}>
            {setting ? "Set passphrase" : "Unlock"}
          </Button>
        </>
      }
    >
      <form id={`${id}-form`} className={styles.form} onSubmit={submit}>
        <label htmlFor={id}>Passphrase</label>
        <input
          id={id}
          className={styles.entry}
          name="passphrase"
          type="password"
          required
          {...(setting && { minLength: SHORTEST })}
          autoComplete={setting ? "new-password" : "current-password"}
        />
      </form>
    </Dialog>
  );
}
