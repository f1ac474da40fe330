import { broadcastChange } from "../../messaging/changes";
import type { VaultSummary } from "../../messaging/protocol";
import { onIdle, watchIdle } from "../../platform/idle";
import { readPreferences } from "../../platform/preferences";
import { ingest } from "../sources/ingest";
import { runDue } from "../sources/sync";
import { vault } from "./open-vault";

export async function vaultSummary(): Promise<VaultSummary> {
  const [state, hasPassphrase] = await Promise.all([vault.state(), vault.hasPassphrase()]);
  return { locked: state === "locked", hasPassphrase };
}

export async function changePassphrase(passphrase: string | null): Promise<void> {
  await vault.setPassphrase(passphrase ?? undefined);
  broadcastChange("vault");
}

/** Opens the vault; sources that waited for it are read. */
export async function unlockVault(passphrase: string): Promise<void> {
  await ingest().unlock(passphrase);
  broadcastChange("vault");
  void runDue();
}

export async function lockVault(): Promise<void> {
  await vault.lock();
  broadcastChange("vault");
}

/** Locks by itself once the computer has been idle for as long as the person chose. */
export function bindVaultLock(): void {
  onIdle(() => void lockIfConfigured());
  void readPreferences().then(({ lockAfterMinutes }) => watchIdle(lockAfterMinutes));
}

async function lockIfConfigured(): Promise<void> {
  if ((await readPreferences()).lockAfterMinutes > 0) await lockVault();
}
