import type { ServiceDeclaration } from "../connectors/service";
import { SettingsError } from "../errors/settings-error";
import { UnavailableError } from "../errors/unavailable-error";
import type { Settings } from "../model/source";

/**
 * Origin of the self-hosted vendor in the settings; undefined when there is none. Throws SettingsError when the
 * address is invalid or would send the credential unencrypted.
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
 * Validates an address that will receive the credential: it must be at the self-hosted vendor or else at a declared
 * host, and encrypted unless it is on this computer. Throws UnavailableError for any other, because addresses also
 * come from the vendor's replies (the link to the next page).
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

/** Whether the connection is encrypted, or stays on this computer. */
function isSecure({ protocol, hostname }: URL): boolean {
  if (protocol === "https:") return true;
  return protocol === "http:" && /^(localhost|.+\.localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
}

/** Whether a match pattern's scheme and host match; the path is ignored, as browsers do for permissions. */
function matchesPattern(pattern: string, url: URL): boolean {
  const [, scheme, host = ""] = /^(\*|https?):\/\/([^/]+)\//.exec(pattern) ?? [];
  if (scheme !== "*" && `${scheme}:` !== url.protocol) return false;
  if (host.startsWith("*.")) return url.host === host.slice(2) || url.host.endsWith(host.slice(1));
  return url.host === host;
}
