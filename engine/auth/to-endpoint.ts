import { SettingsError } from "../errors/settings-error";

/**
 * A declared address, at the self-hosted vendor's origin where there is one. Secrets travel there, so that anything
 * but https is refused with SettingsError, except on this computer itself.
 */
export function toEndpoint(declared: string, baseUrl?: string): URL {
  const { pathname, search } = new URL(declared);
  const url = baseUrl === undefined ? new URL(declared) : new URL(pathname + search, parseOrigin(baseUrl));
  if (isSecureUrl(url)) return url;
  throw new SettingsError(`Cannot sign in at ${url.host}: its address must begin with https://`);
}

/** What is sent there cannot be read on the way. */
export function isSecureUrl({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || (protocol === "http:" && isLoopback(hostname));
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "127.0.0.1" || hostname === "[::1]";
}

function parseOrigin(baseUrl: string): string {
  const { origin } = URL.canParse(baseUrl) ? new URL(baseUrl) : { origin: "null" };
  if (origin !== "null") return origin;
  throw new SettingsError("Cannot sign in: the address of the service must begin with https://");
}
