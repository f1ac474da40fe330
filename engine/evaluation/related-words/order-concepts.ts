/**
 * Orders concepts so that each comes after all above it, and those whose last concept above is the same together.
 * `above` has every concept; of a circle one step is ignored.
 */
export function orderConcepts(above: ReadonlyMap<string, ReadonlySet<string>>): readonly string[] {
  const below = new Map<string, string[]>();
  for (const [id, others] of above) {
    for (const other of others) {
      const own = below.get(other) ?? [];
      own.push(id);
      below.set(other, own);
    }
  }
  const order = new Set<string>();
  const missing = new Map([...above].map(([id, others]) => [id, others.size]));
  const place = (start: readonly string[]) => {
    const queue = [...start];
    for (const id of queue) {
      if (order.has(id)) continue;
      order.add(id);
      for (const other of below.get(id) ?? []) {
        const left = (missing.get(other) ?? 0) - 1;
        missing.set(other, left);
        if (left === 0) queue.push(other);
      }
    }
  };
  place([...above].flatMap(([id, { size }]) => (size === 0 ? [id] : [])));
  for (const id of above.keys()) if (!order.has(id)) place([id]);
  return [...order];
}
