/**
 * Whether the gateway accepts the token, which lacks a scope. It then replies 401 as for an unknown token; only the
 * message tells them apart.
 */
export async function isPermissionMissing(response: Response): Promise<boolean> {
  return /scope does not match/i.test(await response.text());
}
