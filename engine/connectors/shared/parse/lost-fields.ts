/**
 * Names of the fields that a reply has and a parsed item has not, or with fewer elements: they were not as documented.
 * A field that is null or an empty list holds nothing.
 * @param keys of the fields to compare
 */
export function lostFields(raw: unknown, parsed: object, keys: readonly string[]): readonly string[] {
  const before = (raw ?? {}) as Readonly<Record<string, unknown>>;
  const after = parsed as Readonly<Record<string, unknown>>;
  return keys.filter((key) => isLost(before[key], after[key]));
}

function isLost(before: unknown, after: unknown): boolean {
  if (before === undefined || before === null) return false;
  if (after === undefined || after === null) return !(Array.isArray(before) && before.length === 0);
  return Array.isArray(before) && Array.isArray(after) && after.length < before.length;
}
