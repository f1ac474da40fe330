import type { Locality } from "../model-provider";

/**
 * Where a host is, by its name or address alone. A public name may resolve to a private address, but that cannot be
 * known here, so it counts as cloud; so does carrier-grade NAT (100.64.0.0/10), which is a foreign network.
 */
export function localityOf(hostname: string): Locality {
  const host = hostname
    .toLowerCase()
    .replace(/^\[|\]$/g, "")
    .replace(/\.$/, "");
  if (host.includes(":")) return localityOfIpv6(host);
  if (/^\d+(\.\d+){3}$/.test(host)) return localityOfIpv4(host.split(".").map(Number));
  // Browsers resolve localhost to this computer without a DNS query (RFC 6761, 6.3).
  if (host === "localhost" || host.endsWith(".localhost")) return "device";
  return isLocalName(host) ? "network" : "cloud";
}

/** RFC 1122 (loopback, this host), RFC 1918 (private), RFC 3927 (link-local). */
function localityOfIpv4([a = -1, b = -1, ...rest]: readonly number[]): Locality {
  if (a === 127 || [a, b, ...rest].every((byte) => byte === 0)) return "device";
  const isPrivate = a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168);
  return isPrivate || (a === 169 && b === 254) ? "network" : "cloud";
}

/** RFC 4291 (loopback, link-local, mapped IPv4, which URLs write as two groups of hex digits), RFC 4193 (unique local). */
function localityOfIpv6(host: string): Locality {
  if (host === "::1" || host === "::") return "device";
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(host);
  if (mapped) {
    const groups = [mapped[1], mapped[2]].map((group) => Number.parseInt(group ?? "", 16));
    return localityOfIpv4(groups.flatMap((group) => [group >> 8, group & 255]));
  }
  return /^f[cd]|^fe[89ab]/.test(host) ? "network" : "cloud";
}

/** Names of no public server: RFC 6762 (.local), RFC 8375 (.home.arpa), ICANN's .internal, single words. */
function isLocalName(host: string): boolean {
  return !host.includes(".") || /\.(local|internal|lan|home\.arpa)$/.test(host);
}
