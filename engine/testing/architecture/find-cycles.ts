import type { Import } from "./read-imports";

/** The groups of files that import each other, directly or through others. */
export function findCycles(
  imports: readonly Pick<Import, "file" | "target">[],
): readonly (readonly string[])[] {
  const targets = new Map<string, string[]>();
  for (const { file, target } of imports) targets.set(file, [...(targets.get(file) ?? []), target]);
  const finder = createFinder(targets);
  for (const file of targets.keys()) finder.visit(file);
  return finder.cycles;
}

/** Tarjan's algorithm for strongly connected components. */
function createFinder(targets: ReadonlyMap<string, readonly string[]>) {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const cycles: (readonly string[])[] = [];
  const lowestOf = (file: string) => lowest.get(file) ?? Number.POSITIVE_INFINITY;

  function visit(file: string): void {
    if (order.has(file)) return;
    order.set(file, order.size);
    lowest.set(file, order.size - 1);
    stack.push(file);
    for (const target of targets.get(file) ?? []) {
      visit(target);
      if (stack.includes(target)) lowest.set(file, Math.min(lowestOf(file), lowestOf(target)));
    }
    if (lowestOf(file) === order.get(file)) close(file);
  }

  function close(file: string): void {
    const members = stack.splice(stack.indexOf(file));
    if (members.length > 1 || targets.get(file)?.includes(file)) cycles.push(members);
  }

  return { visit, cycles };
}
