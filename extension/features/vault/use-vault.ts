import { callBackground } from "../../messaging/call-background";
import { changesOf } from "../../messaging/changes";
import type { VaultSummary } from "../../messaging/protocol";
import { requestAccess, revokeAccess } from "../../platform/permissions";
import { changePreferences, readPreferences } from "../../platform/preferences";
import { useAction } from "../../ui/use-action";
import { useLiveQuery } from "../../ui/use-live-query";

interface VaultView extends VaultSummary {
  readonly lockAfterMinutes: number;
}

/** The state of the vault and its actions. */
export function useVault() {
  const live = useLiveQuery(readVault, { subscribe: changesOf(["vault"]), shouldPoll: () => false });
  const action = useAction();
  const run = (work: () => Promise<unknown>) =>
    void action.run(async () => {
      await work();
      live.refresh();
    });
  return {
    value: live.value,
    problem: action.problem ?? live.problem,
    busy: action.busy,
    dismiss: action.dismiss,
    setPassphrase: (passphrase: string | undefined) =>
      run(() => callBackground("vault-passphrase", { passphrase: passphrase ?? null })),
    unlock: (passphrase: string) => run(() => callBackground("vault-unlock", { passphrase })),
    lock: () => run(() => callBackground("vault-lock", {})),
    /** Must be called inside a click, to ask for the `idle` permission. */
    lockAfter: (lockAfterMinutes: number) => run(() => lockAfter(lockAfterMinutes)),
  };
}

async function lockAfter(lockAfterMinutes: number): Promise<void> {
  if (lockAfterMinutes > 0 && !(await requestAccess(["idle"], []))) {
    throw new Error("Chrome did not give access, so Atlas cannot notice when you are away");
  }
  await changePreferences({ lockAfterMinutes });
  await callBackground("vault-idle-lock", {});
  if (lockAfterMinutes === 0) await revokeAccess(["idle"], []);
}

async function readVault(): Promise<VaultView> {
  const [summary, { lockAfterMinutes }] = await Promise.all([
    callBackground("vault-status", {}),
    readPreferences(),
  ]);
  return { ...summary, lockAfterMinutes };
}
