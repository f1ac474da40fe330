import { toCompanion } from "../../engine/auth/companion";
import type { CompanionAccess } from "../../engine/contract/sign-in";
import type { ModelServer, ModelSettings } from "../../engine/model/model-settings";
import { broadcastChange } from "../messaging/changes";
import { isOffscreenPageOpen } from "../platform/offscreen-page";
import { changePreferences, readPreferences } from "../platform/preferences";
import { callEngine } from "./engine";
import { vault } from "./vault/open-vault";

/** Keys of model servers share the vault with sources' sign-ins; no source's id begins so. */
const KEY_PREFIX = "model:";
/** There is one companion; no other server gets this id. */
const COMPANION_ID = "companion";

export async function modelSettings(): Promise<ModelSettings> {
  return (await readPreferences()).models;
}

/** Keeps the settings and tells the engine if it runs. A key is forgotten with its server, or when that moves. */
export async function changeModelSettings(models: ModelSettings): Promise<void> {
  const kept = new Set(models.servers.map(toServerKey));
  const removed = (await modelSettings()).servers.filter((server) => !kept.has(toServerKey(server)));
  for (const { id } of removed) await vault.delete(KEY_PREFIX + id);
  await changePreferences({ models });
  await sendSettingsToEngine(models);
}

export async function setModelKey(serverId: string, key: string | null): Promise<void> {
  if (key === null) await vault.delete(KEY_PREFIX + serverId);
  else await vault.put(KEY_PREFIX + serverId, { kind: "token", token: key });
  await sendSettingsToEngine(await modelSettings());
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

/**
 * Adds the companion or moves it: one entry for its models and for sign-ins. SettingsError for an address that must
 * not be told secrets; LockedError while the vault is locked.
 */
export async function setCompanion(entered: CompanionAccess): Promise<void> {
  const baseUrl = entered.baseUrl.trim().replace(/(\/v1)?\/*$/, "");
  toCompanion({ baseUrl });
  const settings = await modelSettings();
  const others = settings.servers.filter(({ id }) => id !== COMPANION_ID);
  const companion: ModelServer = { id: COMPANION_ID, name: "Companion", baseUrl, kind: "companion" };
  await changeModelSettings({ ...settings, servers: [...others, companion] });
  if (entered.token) await setModelKey(COMPANION_ID, entered.token);
}

/** The companion as sign-ins need it. */
export async function companionAccess(): Promise<CompanionAccess | undefined> {
  const companion = (await modelSettings()).servers.find(({ kind }) => kind === "companion");
  if (!companion) return undefined;
  const token = await modelKey(companion.id);
  return { baseUrl: companion.baseUrl, ...(token !== null && { token }) };
}

/** A key belongs to one server at one origin, and is never shown to another. */
function toServerKey({ id, baseUrl }: ModelServer): string {
  return `${id} ${URL.canParse(baseUrl) ? new URL(baseUrl).origin : baseUrl}`;
}

/** An engine that starts later asks for the settings itself. */
async function sendSettingsToEngine(settings: ModelSettings): Promise<void> {
  // One that cannot take them says so with the next question.
  if (await isOffscreenPageOpen()) await callEngine("model-settings", settings).catch(() => {});
  broadcastChange("models");
}
