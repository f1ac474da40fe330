import { useState } from "react";
import { Button } from "../../../ui/button";
import { Dialog } from "../../../ui/dialog";
import styles from "./disconnect-dialog.module.css";

interface DisconnectDialogProps {
  readonly name: string;
  readonly onDisconnect: (forget: boolean) => void;
  readonly onCancel: () => void;
}

/** Asks whether to delete the documents with the sign-in. */
export function DisconnectDialog({ name, onDisconnect, onCancel }: DisconnectDialogProps) {
  const [forget, setForget] = useState(true);
  return (
    <Dialog
      title={`Disconnect ${name}?`}
      text="Atlas signs out and wipes its token. Nothing changes where the originals are."
      onCancel={onCancel}
      actions={
        <>
          <Button onClick={onCancel}>Cancel</Button>
          <Button tone="danger" onClick={() => onDisconnect(forget)}>
            Disconnect
          </Button>
        </>
      }
    >
      <label className={styles.choice}>
        <input type="checkbox" checked={forget} onChange={(event) => setForget(event.target.checked)} />
        Also forget everything it brought
      </label>
    </Dialog>
  );
}
