import { type FormEvent, useId } from "react";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Form, FormField } from "../../ui/form-field";

/** Shorter passphrases are guessed in minutes, even with a slow key derivation. */
const MIN_PASSPHRASE_LENGTH = 8;

interface PassphraseDialogProps {
  readonly mode: "set" | "unlock";
  readonly onSubmit: (passphrase: string) => void;
  readonly onCancel: () => void;
}

/** Asks for a new passphrase, or for the one that unlocks. */
export function PassphraseDialog({ mode, onSubmit, onCancel }: PassphraseDialogProps) {
  const id = useId();
  const isNew = mode === "set";
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(String(new FormData(event.currentTarget).get("passphrase")));
  };
  return (
    <Dialog
      title={isNew ? "Set a passphrase" : "Unlock your sign-ins"}
      {...(isNew && {
        text: `At least ${MIN_PASSPHRASE_LENGTH} characters. Atlas cannot recover it: if you forget it, sign in to your apps again.`,
      })}
      onCancel={onCancel}
      actions={
        <>
          <Button onClick={onCancel}>Cancel</Button>
          <Button tone="primary" type="submit" form={`${id}-form`}>
            {isNew ? "Set passphrase" : "Unlock"}
          </Button>
        </>
      }
    >
      <Form id={`${id}-form`} onSubmit={submit}>
        <FormField
          label="Passphrase"
          name="passphrase"
          type="password"
          required
          {...(isNew && { minLength: MIN_PASSPHRASE_LENGTH })}
          autoComplete={isNew ? "new-password" : "current-password"}
        />
      </Form>
    </Dialog>
  );
}
