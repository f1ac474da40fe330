/** Hosts in words: "api.github.com and github.com". */
export function formatHosts(patterns: readonly string[]): string {
  const hosts = patterns.map((pattern) => pattern.replace(/^\w+:\/\//, "").replace(/\/\*$/, ""));
  return new Intl.ListFormat("en").format(hosts);
}
