/** Share of the true neighbours that were found, over all queries. */
export function recall(found: readonly (readonly number[])[], truth: readonly (readonly number[])[]): number {
  let hits = 0;
  let wanted = 0;
  for (const [query, expected] of truth.entries()) {
    const answer = new Set(found[query]);
    hits += expected.filter((row) => answer.has(row)).length;
    wanted += expected.length;
  }
  return wanted === 0 ? Number.NaN : hits / wanted;
}
