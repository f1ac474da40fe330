import type { CompanionAccess } from "../../../../engine/contract/sign-in";
import { FormDialog } from "../../../ui/form-dialog";
import { FormHelp } from "../../../ui/form-field";
import { SecretField, UrlField } from "./server-fields";

/** The default address of the companion. */
const DEFAULT_URL = "http://127.0.0.1:8787";

interface CompanionDialogProps {
  /** Called inside a click. */
  readonly onAdd: (entered: CompanionAccess) => void;
  readonly onCancel: () => void;
}

/** Asks for the address and the pairing token of the companion. */
export function CompanionDialog({ onAdd, onCancel }: CompanionDialogProps) {
  return (
    <FormDialog
      title="Add the companion"
      text="A small server of your own that keeps the keys of cloud models and the secrets of sign-ins outside the browser. Start it with npm run companion."
      action="Add"
      onSubmit={(field) => onAdd({ baseUrl: field("url"), token: field("token") })}
      onCancel={onCancel}
    >
      <UrlField defaultValue={DEFAULT_URL} />
      <SecretField label="Pairing token" name="token" required />
      <FormHelp>
        The companion printed it at its first start. It is kept encrypted with your sign-ins and sent to the
        companion alone.
      </FormHelp>
    </FormDialog>
  );
}
