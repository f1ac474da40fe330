import { configFolder, type Environment, ensurePairingToken, readEnvironment } from "./config/config-folder";
import { readSettings, type Settings } from "./config/settings";
import { SettingsProblem } from "./config/settings-problem";
import { createApp, formatNoVendor } from "./create-app";
import { listen, type RunningCompanion } from "./listen";

/** Starts the companion with the settings of environment and config folder. SettingsProblem when one is invalid. */
export async function start(
  given: Environment,
  writeLine: (line: string) => void,
): Promise<RunningCompanion> {
  const folder = configFolder(given);
  const env = await readEnvironment(folder, given);
  const settings = readSettings(env);
  const pairing = env.ATLAS_COMPANION_TOKEN
    ? {
        token: checkToken(env.ATLAS_COMPANION_TOKEN),
        line: "Pairing token: the one in ATLAS_COMPANION_TOKEN",
      }
    : await loadPairing(folder);
  const app = createApp({
    settings,
    token: pairing.token,
    writeLog: (entry) => writeLine(JSON.stringify(entry)),
    fetch,
    now: () => Date.now(),
  });
  const running = await listen(app, settings);
  writeLine(`The companion listens on ${running.url}`);
  writeLine(pairing.line);
  for (const line of describeSettings(settings)) writeLine(line);
  return running;
}

async function loadPairing(folder: string): Promise<{ readonly token: string; readonly line: string }> {
  const { token, isNew, path } = await ensurePairingToken(folder);
  if (!isNew) return { token, line: `Pairing token: the one in ${path}` };
  return { token, line: `Pairing token, shown this once and kept in ${path}: ${token}` };
}

/** A guessed token would cost the person money. */
function checkToken(token: string): string {
  if (/^[\x21-\x7e]{24,}$/.test(token)) return token;
  throw new SettingsProblem(
    "Cannot use ATLAS_COMPANION_TOKEN: it must have 24 characters or more and no space, as openssl rand -base64 32 makes one",
  );
}

function describeSettings({ host, vendors, apps }: Settings): readonly string[] {
  const list = new Intl.ListFormat("en");
  return [
    vendors.length > 0
      ? `Models of ${list.format(vendors.map(({ vendor }) => vendor.name))}`
      : formatNoVendor(),
    ...(apps.length > 0 ? [`Sign-ins at ${list.format(apps.map(({ provider }) => provider.name))}`] : []),
    ...(/^(127\.|::1$|localhost$)/.test(host)
      ? []
      : [
          "Other computers can reach this address: put TLS in front of it, for the pairing token travels in the open",
        ]),
  ];
}
