import type { ServiceDeclaration } from "../connectors/service";
import { SettingsError } from "../errors/settings-error";
import { UnavailableError } from "../errors/unavailable-error";
import type { Settings } from "../model/source";

/**
 * Origin of the self-hosted vendor the person named, or undefined where they named none. Rejects with
 * SettingsError when it is no address, or one that would send the credential unencrypted.
 */
export function baseUrlOf(service: ServiceDeclaration, settings: Settings): string | undefined {
  const entered = String(settings[service.baseUrlSetting ?? ""] ?? "").trim();
  if (service.baseUrlSetting === undefined || entered === "") return undefined;
  if (!URL.canParse(entered) || !isSecure(new URL(entered))) {
    throw new SettingsError(`Cannot use the address "${entered}": enter one that begins with https://`);
  }
  return new URL(entered).origin;
}

/**
 * The address of a request that may carry the credential: at the named vendor or else at a declared host, and
 * encrypted unless it stays on this computer. Anything else throws UnavailableError, for addresses come from the
 * vendor's replies too (the link to the next page).
 */
export function requireAllowedUrl(
  address: string,
  {
    name,
    service,
    settings,
  }: { readonly name: string; readonly service: ServiceDeclaration; readonly settings: Settings },
): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const baseUrl = baseUrlOf(service, settings);
  const isAllowed =
    url &&
    (baseUrl === undefined
      ? service.hosts.some((host) => matchesPattern(host, url))
      : url.origin === baseUrl);
  if (url && isAllowed && isSecure(url)) return url;
  throw new UnavailableError(`Cannot ask ${url?.host || "this address"}: it is not one of ${name}'s servers`);
}

/** Encrypted, or never leaving this computer. */
function isSecure({ protocol, hostname }: URL): boolean {
  if (protocol === "https:") return true;
  return protocol === "http:" && /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** Whether a match pattern's scheme and host fit; the path is not looked at, as a browser does for permissions. */
function matchesPattern(pattern: string, url: URL): boolean {
  const [, scheme, host = ""] = /^(\*|https?):\/\/([^/]+)\//.exec(pattern) ?? [];
  if (scheme !== "*" && `${scheme}:` !== url.protocol) return false;
  if (host.startsWith("*.")) return url.host === host.slice(2) || url.host.endsWith(host.slice(1));
  return url.host === host;
}
