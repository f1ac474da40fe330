import { SettingsError } from "../errors/settings-error";

/**
 * A declared endpoint, at the origin of the self-hosted vendor where there is one. Endpoints receive secrets, so an
 * address other than https throws SettingsError, except on this computer.
 */
export function toEndpoint(declared: string, baseUrl?: string): URL {
  const { pathname, search } = new URL(declared);
  const url = baseUrl === undefined ? new URL(declared) : new URL(pathname + search, parseOrigin(baseUrl));
  if (isSecureUrl(url)) return url;
  throw new SettingsError(`Cannot sign in at ${url.host}: its address must begin with https://`);
}

/** Whether the connection is encrypted, or stays on this computer. */
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
