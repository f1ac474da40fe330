/** True for an http or https address that can be parsed. */
export function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

/** True for what is no page of the web but can be parsed: settings, extensions, local files. */
export function isBrowserPage(address: string): boolean {
  return URL.canParse(address) && !isWebAddress(address);
}

/** The address without its `#…`; one that cannot be parsed stays as it is. */
export function withoutFragment(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = "";
  return url.href;
}
