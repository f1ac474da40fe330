import { announceChange } from "../messaging/changes";
import type { VaultSummary } from "../messaging/protocol";
import { onIdle, watchIdle } from "../platform/idle";
import { readPreferences } from "../platform/preferences";
import { ingest } from "./ingest";
import { vault } from "./open-vault";
import { runDue } from "./sync";

export async function vaultSummary(): Promise<VaultSummary> {
  const [state, hasPassphrase] = await Promise.all([vault.state(), vault.hasPassphrase()]);
  return { locked: state === "locked", hasPassphrase };
}

export async function changePassphrase(passphrase: string | null): Promise<void> {
  await vault.setPassphrase(passphrase ?? undefined);
  announceChange();
}

/** Opens the vault; sources that waited for it are read. */
export async function unlockVault(passphrase: string): Promise<void> {
  await ingest().unlock(passphrase);
  void runDue();
}

export async function lockVault(): Promise<void> {
  await vault.lock();
  announceChange();
}

/** Locks by itself once the computer has been idle for as long as the person chose. */
export function bindVaultLock(): void {
  onIdle(() => void lockWhereWished());
  void readPreferences().then(({ lockAfterMinutes }) => watchIdle(lockAfterMinutes));
}

async function lockWhereWished(): Promise<void> {
  if ((await readPreferences()).lockAfterMinutes > 0) await lockVault();
}
