/** A place in a JSON value. */
export type Path = readonly (string | number)[];

/** The places of all parts of a JSON value, each before those within it. */
export function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [];
  const children = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return children.flatMap(([key, child]) => [[...path, key], ...pathsOf(child, [...path, key])]);
}
