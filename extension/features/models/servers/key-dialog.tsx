import type { ModelServer } from "../../../../engine/model/model-settings";
import { Button } from "../../../ui/button";
import { FormDialog } from "../../../ui/form-dialog";
import { SecretField } from "./server-fields";

interface KeyDialogProps {
  readonly server: ModelServer;
  readonly isStored: boolean;
  /** Null deletes the key. */
  readonly onSubmit: (key: string | null) => void;
  readonly onCancel: () => void;
}

/** Asks for the key of a model server. A stored key is never shown. */
export function KeyDialog({ server, isStored, onSubmit, onCancel }: KeyDialogProps) {
  const label = server.kind === "companion" ? "Pairing token" : "Key";
  return (
    <FormDialog
      title={`${label} for ${server.name}`}
      text={`Kept encrypted with your sign-ins, and sent to ${server.baseUrl} alone.`}
      action="Store"
      buttons={
        isStored && (
          <Button tone="danger" onClick={() => onSubmit(null)}>
            Forget it
          </Button>
        )
      }
      onSubmit={(field) => onSubmit(field("key"))}
      onCancel={onCancel}
    >
      <SecretField label={label} name="key" required />
    </FormDialog>
  );
}
