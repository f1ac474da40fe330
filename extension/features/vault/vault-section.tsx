import { useId, useState } from "react";
import { Button } from "../../ui/button";
import { CompactSelect } from "../../ui/form-field";
import { Notice } from "../../ui/notice";
import { PassphraseDialog } from "./passphrase-dialog";
import { useVault } from "./use-vault";
import styles from "./vault-section.module.css";

const LOCK_CHOICES = [0, 5, 15, 60] as const;

/** Settings of the vault: the passphrase and the automatic lock. */
export function VaultSection() {
  const vault = useVault();
  const lockId = useId();
  const [dialogMode, setDialogMode] = useState<"set" | "unlock">();
  const { value } = vault;
  if (!value) return vault.problem ? <Notice tone="problem">{vault.problem}</Notice> : null;
  return (
    <div className={styles.section}>
      <p>{formatVaultState(value)}</p>
      {vault.problem && (
        <Notice tone="problem" onDismiss={vault.dismiss}>
          {vault.problem}
        </Notice>
      )}
      <div className={styles.actions}>
        {value.locked ? (
          <Button tone="primary" icon="lock" disabled={vault.busy} onClick={() => setDialogMode("unlock")}>
            Unlock
          </Button>
        ) : (
          <Button icon="lock" disabled={vault.busy} onClick={() => setDialogMode("set")}>
            {value.hasPassphrase ? "Change passphrase" : "Set a passphrase"}
          </Button>
        )}
        {value.hasPassphrase && !value.locked && (
          <>
            <Button disabled={vault.busy} onClick={vault.lock}>
              Lock now
            </Button>
            <Button tone="quiet" disabled={vault.busy} onClick={() => vault.setPassphrase(undefined)}>
              Remove passphrase
            </Button>
          </>
        )}
      </div>
      {value.hasPassphrase && (
        <div className={styles.choice}>
          <label htmlFor={lockId}>Lock by itself</label>
          <CompactSelect
            id={lockId}
            value={value.lockAfterMinutes}
            onChange={(event) => vault.lockAfter(Number(event.target.value))}
          >
            {LOCK_CHOICES.map((minutes) => (
              <option key={minutes} value={minutes}>
                {minutes === 0 ? "when Chrome closes" : `after ${minutes} idle minutes`}
              </option>
            ))}
          </CompactSelect>
        </div>
      )}
      {dialogMode && (
        <PassphraseDialog
          mode={dialogMode}
          onCancel={() => setDialogMode(undefined)}
          onSubmit={(passphrase) => {
            setDialogMode(undefined);
            if (dialogMode === "unlock") vault.unlock(passphrase);
            else vault.setPassphrase(passphrase);
          }}
        />
      )}
    </div>
  );
}

function formatVaultState({ locked, hasPassphrase }: { locked: boolean; hasPassphrase: boolean }): string {
  if (locked)
    return "Your sign-ins are locked, so connected apps are not read. What was read can still be asked.";
  if (hasPassphrase) return "Your sign-ins are encrypted with your passphrase, and unlocked now.";
  return "Your sign-ins are encrypted with a key that never leaves this browser. A passphrase also guards them from others who use this computer.";
}
