/** Optional permissions and host patterns of the browser. */
export interface Access {
  readonly permissions: readonly string[];
  readonly hosts: readonly string[];
}

/** What of `before` nothing else still needs and so can be given back. */
export function surplusAccess(before: Access, stillNeeded: readonly Access[]): Access {
  const permissions = new Set(stillNeeded.flatMap((access) => access.permissions));
  const hosts = stillNeeded.flatMap((access) => access.hosts);
  return {
    permissions: before.permissions.filter((permission) => !permissions.has(permission)),
    hosts: before.hosts.filter(
      (pattern) => !hosts.some((host) => host === pattern || onAPort(host) === pattern),
    ),
  };
}

/** `http://localhost:8080/*` is let in by `http://localhost/*`, which stands for every port. */
function onAPort(pattern: string): string {
  return pattern.replace(/:\d+\/\*$/, "/*");
}
