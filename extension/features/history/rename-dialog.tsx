import { type FormEvent, useId } from "react";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import styles from "./rename-dialog.module.css";

interface RenameDialogProps {
  readonly title: string;
  readonly onRename: (title: string) => void;
  readonly onCancel: () => void;
}

/** Takes another name for a conversation. */
export function RenameDialog({ title, onRename, onCancel }: RenameDialogProps) {
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onRename(String(new FormData(event.currentTarget).get("title")));
  };
  return (
    <Dialog
      title="Rename this conversation"
      onCancel={onCancel}
      actions={
        <>
          <Button onClick={onCancel}>Cancel</Button>
          <Button tone="primary" type="submit" form={`${id}-form`}>
            Rename
          </Button>
        </>
      }
    >
      <form id={`${id}-form`} onSubmit={submit}>
        <input
          className={styles.entry}
          name="title"
          aria-label="Name"
          required
          pattern=".*\S.*"
          maxLength={200}
          defaultValue={title}
          autoComplete="off"
        />
      </form>
    </Dialog>
  );
}
