/** Gone, unknown, removed for legal reasons, or forbidden for this person: in each case the item is deleted. */
const GONE: ReadonlySet<number> = new Set([403, 404, 410, 451]);

export function isGone({ status }: Pick<Response, "status">): boolean {
  return GONE.has(status);
}
