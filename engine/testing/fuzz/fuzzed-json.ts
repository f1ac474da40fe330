import { type Path, pathsOf } from "./paths-of";

/** Values of other types than a field has, and kinds that no vendor documents. */
const ODD_VALUES: readonly unknown[] = [
  ...[null, "", "novel", 0, -1, 1e21, true, false, [], {}, [null], [[]], ["novel"]],
  ...[{ type: "novel" }, { type: "novel", content: [{ type: "novel" }], attrs: { id: 7 } }],
];

/**
 * A copy of a JSON value in which a few values, chosen by `choices`, are left out or replaced by null, by another type
 * or by an unknown kind, at any depth.
 */
export function fuzzedJson(value: unknown, choices: Iterable<number>): unknown {
  const iterator = choices[Symbol.iterator]();
  const next = (below: number) => (iterator.next().value as number) % below;
  const paths: readonly Path[] = [[], ...pathsOf(value)];
  let copy = structuredClone(value);
  for (let left = 1 + next(3); left > 0; left--) {
    const path = paths[next(paths.length)] ?? [];
    copy = changeAt(copy, path, next(ODD_VALUES.length + 1));
  }
  return copy;
}

/** Index 0 removes the value, any other replaces it. */
function changeAt(root: unknown, path: Path, change: number): unknown {
  const odd = structuredClone(ODD_VALUES[change - 1]);
  const [last, ...above] = [...path].reverse();
  if (last === undefined) return change === 0 ? null : odd;
  let parent = root;
  for (const key of above.reverse()) parent = (parent as Record<string, unknown> | undefined)?.[key];
  if (typeof parent !== "object" || parent === null) return root;
  if (change === 0) delete (parent as Record<string, unknown>)[last];
  else (parent as Record<string, unknown>)[last] = odd;
  return root;
}
