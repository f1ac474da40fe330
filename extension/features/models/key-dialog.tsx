import type { ModelServer } from "../../../engine/model/model-settings";
import { Button } from "../../ui/button";
import { EntryDialog } from "./entry-dialog";
import { SecretField } from "./entry-field";

interface KeyDialogProps {
  readonly server: ModelServer;
  readonly isStored: boolean;
  /** Null forgets the key. */
  readonly onEnter: (key: string | null) => void;
  readonly onCancel: () => void;
}

/** Takes the key of a model server; one that is stored is never shown again. */
export function KeyDialog({ server, isStored, onEnter, onCancel }: KeyDialogProps) {
  const word = server.kind === "companion" ? "Pairing token" : "Key";
  return (
    <EntryDialog
      title={`${word} for ${server.name}`}
      text={`Kept encrypted with your sign-ins, and sent to ${server.baseUrl} alone.`}
      action="Store"
      more={
        isStored && (
          <Button tone="danger" onClick={() => onEnter(null)}>
            Forget it
          </Button>
        )
      }
      onEnter={(field) => onEnter(field("key"))}
      onCancel={onCancel}
    >
      <SecretField label={word} name="key" required />
    </EntryDialog>
  );
}
