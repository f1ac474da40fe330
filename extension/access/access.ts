/** Optional permissions and host patterns of the browser. */
export interface Access {
  readonly permissions: readonly string[];
  readonly hosts: readonly string[];
}

/** The part of `previous` that nothing else needs, so that it can be revoked. */
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

/** `http://localhost/*` grants every port, `http://localhost:8080/*` among them. */
function withoutPort(pattern: string): string {
  return pattern.replace(/:\d+\/\*$/, "/*");
}
