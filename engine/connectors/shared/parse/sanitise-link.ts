/**
 * A link from a vendor's reply where it leads to the vendor by https, else the other one: what a reply holds must
 * not be able to send the person elsewhere, nor run anything when opened.
 * @param hosts of the vendor; names below them count, too
 */
export function sanitiseLink(
  link: string | null | undefined,
  hosts: readonly string[],
  fallback: string,
): string {
  if (!link || !URL.canParse(link)) return fallback;
  const { protocol, hostname, username, password } = new URL(link);
  const isVendorHost = hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
  return protocol === "https:" && isVendorHost && username === "" && password === "" ? link : fallback;
}
