/**
 * Returns a link from a vendor's reply when it leads to the vendor by https, else the fallback. A reply must not be
 * able to send the person elsewhere or to run code when the link is opened.
 * @param hosts of the vendor; subdomains are included
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
