/** Gone, never there, taken down by law, or not to be read by this person: an item's deletion in any case. */
const GONE: ReadonlySet<number> = new Set([403, 404, 410, 451]);

export function isGone({ status }: Pick<Response, "status">): boolean {
  return GONE.has(status);
}
