import fc from "fast-check";
import { type Path, pathsOf } from "./paths-of";

/** What may become of a field: it is dropped, null, of another type, or has a neighbour of an unknown kind. */
const CHANGES: readonly unknown[] = [
  undefined,
  null,
  4711,
  true,
  "",
  "other",
  [],
  {},
  [[]],
  { type: "hologram" },
];
const ADDED = { type: "hologram", beam: 7 };

/**
 * Copies of a JSON value, each with up to five changes: fields that are dropped, null or of another type, and items of an
 * unknown kind in its lists. For tests that take a vendor's documented reply and must lose nothing unnoticed.
 */
export function mutatedJson(value: unknown): fc.Arbitrary<unknown> {
  const paths = pathsOf(value);
  const change = fc.record({
    path: fc.constantFrom(...paths),
    to: fc.constantFrom(...CHANGES),
    adds: fc.boolean(),
  });
  return fc.array(change, { minLength: 1, maxLength: 5 }).map((changes) => {
    const copy = structuredClone(value);
    for (const { path, to, adds } of changes) applyChange(copy, path, { to, adds });
    return copy;
  });
}

function applyChange(
  root: unknown,
  path: Path,
  { to, adds }: { readonly to: unknown; readonly adds: boolean },
) {
  const last = path.at(-1);
  let parent = root;
  for (const key of path.slice(0, -1)) {
    if (typeof parent !== "object" || parent === null) return;
    parent = (parent as Record<string | number, unknown>)[key];
  }
  if (typeof parent !== "object" || parent === null || last === undefined) return;
  const fields = parent as Record<string | number, unknown>;
  if (adds && Array.isArray(fields[last])) fields[last] = [...fields[last], ADDED];
  else if (to === undefined && !Array.isArray(parent)) delete fields[last];
  else fields[last] = structuredClone(to) ?? null;
}
