/**
 * A link from a vendor's reply where it leads to the vendor by https, else the other one: what a reply holds must
 * not be able to send the person elsewhere, nor run anything when opened.
 * @param hosts of the vendor; names below them count, too
 */
export function linkOr(link: string | null | undefined, hosts: readonly string[], other: string): string {
  if (!link || !URL.canParse(link)) return other;
  const { protocol, hostname, username, password } = new URL(link);
  const isOurs = hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  return protocol === "https:" && isOurs && username === "" && password === "" ? link : other;
}
