/**
 * Reads the items of a list in its order and leaves out those of which nothing can be said. An item that does not
 * say when it was touched is given its neighbour's time; NaN where no neighbour comes before it.
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
