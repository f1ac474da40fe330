import type { ModelSettings } from "../../engine/model/model-settings";
import { announceChange } from "../messaging/changes";
import { sendMessage } from "../platform/runtime";
import { changePreferences, readPreferences } from "../platform/preferences";
import { vault } from "./ingest";

/** Keys of model servers share the vault with sources' sign-ins; no source's id begins so. */
const KEY_PREFIX = "model:";

export async function modelSettings(): Promise<ModelSettings> {
  return (await readPreferences()).models;
}

/** Keeps the settings, forgets keys of servers that are gone, and tells the engine if it runs. */
export async function changeModelSettings(models: ModelSettings): Promise<void> {
  const kept = new Set(models.servers.map(({ id }) => id));
  const gone = (await modelSettings()).servers.filter(({ id }) => !kept.has(id));
  await changePreferences({ models });
  for (const { id } of gone) await vault.delete(KEY_PREFIX + id);
  await tellEngine(models);
}

export async function setModelKey(serverId: string, key: string | null): Promise<void> {
  if (key === null) await vault.delete(KEY_PREFIX + serverId);
  else await vault.put(KEY_PREFIX + serverId, { kind: "token", token: key });
  await tellEngine(await modelSettings());
}

/** Rejects with LockedError while the vault is locked. */
export async function modelKey(serverId: string): Promise<string | null> {
  const credential = await vault.get(KEY_PREFIX + serverId);
  return credential?.kind === "token" ? credential.token : null;
}

/** Ids of the servers that have a key. */
export async function serversWithKey(): Promise<readonly string[]> {
  const { servers } = await modelSettings();
  const keys = await Promise.all(servers.map(({ id }) => modelKey(id)));
  return servers.filter((_, at) => keys[at] !== null).map(({ id }) => id);
}

/** An engine that starts later asks for the settings itself. */
async function tellEngine(settings: ModelSettings): Promise<void> {
  await sendMessage({ to: "engine", name: "model-settings", request: settings });
  announceChange();
}
