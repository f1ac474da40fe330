/** Asks the person for optional permissions; must run inside a click. True when all are granted. */
export async function requestAccess(
  permissions: readonly string[],
  hosts: readonly string[],
): Promise<boolean> {
  if (permissions.length === 0 && hosts.length === 0) return true;
  return chrome.permissions.request(toPermissions(permissions, hosts));
}

/** Revokes optional permissions. Required ones stay. */
export async function revokeAccess(permissions: readonly string[], hosts: readonly string[]): Promise<void> {
  if (permissions.length === 0 && hosts.length === 0) return;
  try {
    await chrome.permissions.remove(toPermissions(permissions, hosts));
  } catch {
    // Chrome rejects the removal of required permissions, which stay.
  }
}

export async function hasAccess(permissions: readonly string[], hosts: readonly string[]): Promise<boolean> {
  return chrome.permissions.contains(toPermissions(permissions, hosts));
}

function toPermissions(
  permissions: readonly string[],
  hosts: readonly string[],
): chrome.permissions.Permissions {
  return { permissions: [...permissions] as chrome.runtime.ManifestPermission[], origins: [...hosts] };
}
