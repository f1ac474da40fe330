import { configFolder, type Environment, readEnvironment, readPairingToken } from "./config/config-folder";
import { readSettings } from "./config/settings";

/** True when the companion on this machine responds; for the health check of the container. */
export async function checkHealth(given: Environment): Promise<boolean> {
  const folder = configFolder(given);
  const env = await readEnvironment(folder, given);
  const token = env.ATLAS_COMPANION_TOKEN ?? (await readPairingToken(folder));
  if (token === undefined) return false;
  const { port } = readSettings(env);
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health`, {
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(3_000),
    });
    return response.ok;
  } catch {
    return false;
  }
}
