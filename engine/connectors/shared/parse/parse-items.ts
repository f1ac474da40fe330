/**
 * Parses the items of a list in order and leaves out those that cannot be identified. An item without a modification
 * time gets that of the item before it; NaN when there is none.
 */
export function parseItems<Item extends { readonly updatedAt: number }>(
  raw: readonly unknown[],
  parse: (raw: unknown, neighbourTime: number) => Item | undefined,
): readonly Item[] {
  const found: Item[] = [];
  for (const each of raw) {
    const item = parse(each, found.at(-1)?.updatedAt ?? Number.NaN);
    if (item) found.push(item);
  }
  return found;
}
