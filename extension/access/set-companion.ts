import type { CompanionAccess } from "../../engine/auth/auth-ports";
import { callBackground } from "../messaging/call-background";
import { giveBack } from "./give-back";
import { serverAccess } from "./server-access";

/** Adds the companion, or moves it and gives the host back where it was before. Inside a click. */
export async function setCompanion(entered: CompanionAccess): Promise<void> {
  const { servers } = await callBackground("model-settings-get", {});
  const before = servers.find(({ kind }) => kind === "companion");
  await callBackground("companion-set", entered);
  if (before) await giveBack(serverAccess(before));
}
