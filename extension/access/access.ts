/** Optional permissions and host patterns of the browser. */
export interface Access {
  readonly permissions: readonly string[];
  readonly hosts: readonly string[];
}

/** What of `before` nothing else still needs and so can be given back. */
export function findUnusedAccess(previous: Access, stillUsed: readonly Access[]): Access {
  const permissions = new Set(stillUsed.flatMap((access) => access.permissions));
  const hosts = stillUsed.flatMap((access) => access.hosts);
  return {
    permissions: previous.permissions.filter((permission) => !permissions.has(permission)),
    hosts: previous.hosts.filter(
      (pattern) => !hosts.some((host) => host === pattern || withoutPort(host) === pattern),
    ),
  };
}

/** `http://localhost:8080/*` is let in by `http://localhost/*`, which stands for every port. */
function withoutPort(pattern: string): string {
  return pattern.replace(/:\d+\/\*$/, "/*");
}
