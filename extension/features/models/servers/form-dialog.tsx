import { type FormEvent, type ReactNode, useId } from "react";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";
import styles from "./form.module.css";

interface FormDialogProps {
  readonly title: string;
  readonly text: string;
  /** On the button that sends it off. */
  readonly action: string;
  /** Further buttons, before the usual two. */
  readonly more?: ReactNode;
  /** Called inside a click, with what stands in the field of that name. */
  readonly onSubmit: (field: (name: string) => string) => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A dialog with a few fields to fill in. */
export function FormDialog({ title, text, action, more, onSubmit, onCancel, children }: FormDialogProps) {
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onSubmit((name) => String(form.get(name)).trim());
  };
  return (
    <Dialog
      title={title}
      text={text}
      onCancel={onCancel}
      actions={
        <>
          {more}
          <Button onClick={onCancel}>Cancel</Button>
          <Button tone="primary" type="submit" form={`${id}-form`}>
            {action}
          </Button>
        </>
      }
    >
      <form id={`${id}-form`} className={styles.form} onSubmit={submit}>
        {children}
      </form>
    </Dialog>
  );
}
