/** Whether brackets are nested deeper than `limit` anywhere in a text of JSON; those in strings count as well. */
export function isNestedDeeper(text: string, limit: number): boolean {
  let depth = 0;
  for (const { 0: bracket } of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === "[" || bracket === "{" ? 1 : -1;
    if (depth > limit) return true;
  }
  return false;
}
