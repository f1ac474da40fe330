import { mkdir, open, readFile, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { SettingsProblem } from "./settings-problem";

export type Environment = Readonly<Record<string, string | undefined>>;

const ENV_FILE = "companion.env";
const TOKEN_FILE = "pairing-token";
/** Readable by its owner alone. */
const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

/** The folder with the pairing token and the optional file of keys. */
export function configFolder(env: Environment): string {
  if (env.ATLAS_COMPANION_CONFIG) return env.ATLAS_COMPANION_CONFIG;
  const base =
    (process.platform === "win32" ? env.APPDATA : env.XDG_CONFIG_HOME) || join(homedir(), ".config");
  return join(base, "atlas-companion");
}

/**
 * The variables of `companion.env`, overridden by those of the environment; empty ones count as absent.
 * SettingsProblem when other users can read the file.
 */
export async function readEnvironment(folder: string, env: Environment): Promise<Environment> {
  const text = await readPrivate(join(folder, ENV_FILE));
  if (text === undefined) return withoutEmpty(env);
  return { ...withoutEmpty(parseEnv(text)), ...withoutEmpty(env) };
}

export interface PairingToken {
  readonly token: string;
  /** True for a new token, which has to be shown to the person. */
  readonly isNew: boolean;
  /** The file that stores it. */
  readonly path: string;
}

/** The stored pairing token; undefined before the first start. SettingsProblem when other users can read it. */
export async function readPairingToken(folder: string): Promise<string | undefined> {
  return (await readPrivate(join(folder, TOKEN_FILE)))?.trim() || undefined;
}

/** The stored pairing token, created at the first start. */
export async function ensurePairingToken(folder: string): Promise<PairingToken> {
  const path = join(folder, TOKEN_FILE);
  const existing = await readPairingToken(folder);
  if (existing) return { token: existing, isNew: false, path };
  const token = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString("base64url");
  try {
    await mkdir(folder, { recursive: true, mode: PRIVATE_FOLDER });
    // Created with its mode, so that it is never readable by others.
    const file = await open(path, "w", PRIVATE_FILE);
    await file.chmod(PRIVATE_FILE);
    await file.writeFile(`${token}\n`);
    await file.close();
  } catch (error) {
    throw new SettingsProblem(
      `Cannot keep the pairing token in ${folder} (${toErrorCode(error)}): make the folder writable, or set ATLAS_COMPANION_TOKEN`,
    );
  }
  return { token, isNew: true, path };
}

/** Undefined when the file does not exist. */
async function readPrivate(path: string): Promise<string | undefined> {
  let mode: number;
  let text: string;
  try {
    [{ mode }, text] = await Promise.all([stat(path), readFile(path, "utf8")]);
  } catch (error) {
    if (toErrorCode(error) === "ENOENT") return undefined;
    throw new SettingsProblem(
      `Cannot read ${path} (${toErrorCode(error)}): make it readable for whoever runs this`,
    );
  }
  // Windows has no such modes; the user's profile folder is private.
  if (process.platform === "win32" || (mode & 0o077) === 0) return text;
  throw new SettingsProblem(
    `Cannot use ${path}: other users may read the secrets in it; run chmod 600 "${path}"`,
  );
}

function toErrorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown reason";
}

function withoutEmpty(env: Environment): Environment {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
}
