import { type FormEvent, type ReactNode, useId } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { Form } from "./form-field";

interface FormDialogProps {
  readonly title: string;
  readonly text?: string;
  /** Label of the submit button. */
  readonly action: string;
  /** Further buttons, before Cancel. */
  readonly buttons?: ReactNode;
  /** Called inside a click; `field` returns the trimmed value of the field with that name. */
  readonly onSubmit: (field: (name: string) => string) => void;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A dialog with a form of a few fields. */
export function FormDialog({ title, text, action, buttons, onSubmit, onCancel, children }: FormDialogProps) {
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    onSubmit((name) => String(form.get(name)).trim());
  };
  return (
    <Dialog
      title={title}
      {...(text !== undefined && { text })}
      onCancel={onCancel}
      actions={
        <>
          {buttons}
          <Button onClick={onCancel}>Cancel</Button>
          <Button tone="primary" type="submit" form={`${id}-form`}>
            {action}
          </Button>
        </>
      }
    >
      <Form id={`${id}-form`} onSubmit={submit}>
        {children}
      </Form>
    </Dialog>
  );
}
