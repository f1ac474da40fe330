import type { CompanionAccess } from "../../../engine/auth/auth-ports";
import { EntryDialog } from "./entry-dialog";
import { AddressField, SecretField } from "./entry-field";
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
  return (
    <EntryDialog
      title="Add the companion"
      text="A small server of your own that keeps the keys of cloud models and the secrets of sign-ins outside the browser. Start it with npm run companion."
      action="Add"
      onEnter={(field) => onAdd({ baseUrl: field("url"), token: field("token") })}
      onCancel={onCancel}
    >
      <AddressField defaultValue={USUAL} />
      <SecretField label="Pairing token" name="token" required />
      <p className={styles.help}>
        The companion printed it at its first start. It is kept encrypted with your sign-ins and sent to the
        companion alone.
      </p>
    </EntryDialog>
  );
}
