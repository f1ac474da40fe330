/** Rankings that cannot be compared, as one: the best of each, then the next of each, and so on. */
export function interleave<Item>(rankings: readonly (readonly Item[])[]): readonly Item[] {
  const longest = Math.max(0, ...rankings.map(({ length }) => length));
  return Array.from({ length: longest }, (_, at) =>
    rankings.flatMap((ranking) => ranking.slice(at, at + 1)),
  ).flat();
}
