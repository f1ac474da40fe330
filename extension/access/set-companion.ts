import type { CompanionAccess } from "../../engine/contract/sign-in";
import { callBackground } from "../messaging/call-background";
import { revokeUnusedAccess } from "./revoke-unused-access";
import { serverAccess } from "./server-access";

/** Adds the companion, or changes its address and revokes its previous host. Must be called inside a click. */
export async function setCompanion(entered: CompanionAccess): Promise<void> {
  const { servers } = await callBackground("model-settings-get", {});
  const previous = servers.find(({ kind }) => kind === "companion");
  await callBackground("companion-set", entered);
  if (previous) await revokeUnusedAccess(serverAccess(previous));
}
