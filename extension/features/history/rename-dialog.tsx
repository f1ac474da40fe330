import { FormDialog } from "../../ui/form-dialog";
import { FormField } from "../../ui/form-field";

interface RenameDialogProps {
  readonly title: string;
  readonly onRename: (title: string) => void;
  readonly onCancel: () => void;
}

/** Asks for a new title of a conversation. */
export function RenameDialog({ title, onRename, onCancel }: RenameDialogProps) {
  return (
    <FormDialog
      title="Rename this conversation"
      action="Rename"
      onSubmit={(field) => onRename(field("title"))}
      onCancel={onCancel}
    >
      <FormField
        label="Name"
        isLabelHidden
        name="title"
        required
        pattern=".*\S.*"
        maxLength={200}
        defaultValue={title}
        autoComplete="off"
      />
    </FormDialog>
  );
}
