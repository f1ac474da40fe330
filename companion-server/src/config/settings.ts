import type { VendorAccess } from "../models/vendor";
import { VENDORS } from "../models/vendors";
import { type OAuthApp, PROVIDERS } from "../oauth/providers";
import type { Environment } from "./config-folder";
import { SettingsProblem } from "./settings-problem";

/** The settings of the companion, read once at the start. */
export interface Settings {
  /** The address to listen on. */
  readonly host: string;
  /** 0 selects a free port. */
  readonly port: number;
  /** Ids of the allowed extensions; empty allows any extension that has the token. */
  readonly extensionIds: readonly string[];
  /** Further allowed `Host` names, for use behind a proxy. */
  readonly allowedHosts: readonly string[];
  /** Requests per minute and client. */
  readonly requestsPerMinute: number;
  /** Model vendors with a key. */
  readonly vendors: readonly VendorAccess[];
  /** Apps with a client id and a secret, by provider. */
  readonly apps: readonly OAuthApp[];
}

/** SettingsProblem when a value is invalid. */
export function readSettings(env: Environment): Settings {
  return {
    host: env.ATLAS_COMPANION_HOST ?? "127.0.0.1",
    port: readNumber(env, "ATLAS_COMPANION_PORT", { min: 0, max: 65_535, fallback: 8787 }),
    extensionIds: readList(env.ATLAS_COMPANION_EXTENSION_IDS).map(checkExtensionId),
    // More than a person with a few tabs causes, and low enough to stop a loop early.
    requestsPerMinute: readNumber(env, "ATLAS_COMPANION_REQUESTS_PER_MINUTE", {
      min: 1,
      max: 100_000,
      fallback: 240,
    }),
    allowedHosts: readList(env.ATLAS_COMPANION_ALLOWED_HOSTS).map(checkHost),
    vendors: VENDORS.flatMap((vendor) => {
      const variable = vendor.keyVariables.find((name) => env[name] !== undefined);
      const key = variable && env[variable];
      if (!variable || !key) return [];
      return [{ vendor, variable, key: checkSecret(variable, key), baseUrl: readBaseUrl(vendor, env) }];
    }),
    apps: PROVIDERS.flatMap((provider) => {
      const { clientIdVariable, clientSecretVariable } = provider;
      const [clientId, clientSecret] = [env[clientIdVariable], env[clientSecretVariable]];
      if (clientId === undefined && clientSecret === undefined) return [];
      if (!clientId || !clientSecret)
        throw new SettingsProblem(
          `Cannot sign in at ${provider.name}: set both ${clientIdVariable} and ${clientSecretVariable}`,
        );
      return [{ provider, clientId, clientSecret: checkSecret(clientSecretVariable, clientSecret) }];
    }),
  };
}

function readNumber(
  env: Environment,
  name: string,
  { min, max, fallback }: { readonly min: number; readonly max: number; readonly fallback: number },
): number {
  const text = env[name];
  if (text === undefined) return fallback;
  const number = Number(text);
  if (Number.isInteger(number) && number >= min && number <= max) return number;
  throw new SettingsProblem(`Cannot use ${name}="${text}": it must be a number from ${min} to ${max}`);
}

function readBaseUrl({ baseUrl, baseUrlVariable }: VendorAccess["vendor"], env: Environment): string {
  const text = env[baseUrlVariable];
  if (text === undefined) return baseUrl;
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text.replace(/\/+$/, "");
  throw new SettingsProblem(
    `Cannot use ${baseUrlVariable}="${text}": it must begin with https:// or http://`,
  );
}

/** A line break in a header causes an error that contains the key. */
function checkSecret(variable: string, value: string): string {
  if (/^[\x21-\x7e]+$/.test(value.trim())) return value.trim();
  throw new SettingsProblem(`Cannot use ${variable}: it holds a space or a character that no key has`);
}

/** Extension ids consist of the letters a to p. */
function checkExtensionId(id: string): string {
  if (/^[a-p]{32}$/.test(id)) return id;
  throw new SettingsProblem(
    `Cannot use "${id}" of ATLAS_COMPANION_EXTENSION_IDS: an id has 32 letters from a to p, see chrome://extensions`,
  );
}

/** As in `Host`, without the port. */
function checkHost(host: string): string {
  if (/^([\w.-]+|\[[\da-f:.]+\])$/i.test(host)) return host.toLowerCase();
  throw new SettingsProblem(
    `Cannot use "${host}" of ATLAS_COMPANION_ALLOWED_HOSTS: give the name alone, without https:// and port`,
  );
}

function readList(text = ""): readonly string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}
