import type * as z from "zod";

/** A parsed item, with the names of the fields that had to be left out. */
export type LenientResult<Shape> =
  | { readonly data: Shape; readonly unread: readonly string[]; readonly error?: undefined }
  | { readonly data?: undefined; readonly unread?: undefined; readonly error: z.ZodError };

/** Each round leaves out at least one part of the item. */
const MAX_ROUNDS = 200;

/**
 * Parses an item of a vendor's reply. A part that does not have the expected type is left out and named, where the
 * schema allows: in a list the entry, else the field, else what contains it. It fails when a required part is missing.
 */
export function parseLeniently<Shape>(schema: z.ZodType<Shape>, raw: unknown): LenientResult<Shape> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) return { data: parsed.data, unread: [] };
  const first = parsed.error;
  const copy = copyOf(raw);
  const unread: string[] = [];
  const tried = new Set<string>();
  let { error } = parsed;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const paths = error.issues.map(({ path }) => nextPath(path, tried));
    if (paths.some((path) => path.length === 0)) return { error: first };
    // Later entries of a list first, so that the others keep their place.
    for (const path of paths.sort(byPlaceDescending)) {
      leaveOut(copy, path);
      unread.push(nameOf(path));
    }
    const again = schema.safeParse(copy);
    // A part that is required after all is no part that was left out.
    if (again.success) return { data: again.data, unread: outermost(unread) };
    error = again.error;
  }
  return { error: first };
}

/** "2 parts could not be read: attendees, start.timeZone"; empty without any. */
export function unreadNote(unread: readonly string[]): string {
  if (unread.length === 0) return "";
  return `${unread.length} ${unread.length === 1 ? "part" : "parts"} could not be read: ${unread.join(", ")}`;
}

/** The path of an issue, or of what contains it when leaving that out did not help. */
function nextPath(path: readonly PropertyKey[], tried: Set<string>): readonly PropertyKey[] {
  let end = path.length;
  while (end > 0 && typeof path[end - 1] !== "number" && tried.has(JSON.stringify(path.slice(0, end)))) end--;
  const found = path.slice(0, end);
  tried.add(JSON.stringify(found));
  return found;
}

function leaveOut(root: unknown, path: readonly PropertyKey[]): void {
  const parent = path.slice(0, -1).reduce<unknown>(childOf, root);
  const key = path.at(-1);
  if (Array.isArray(parent) && typeof key === "number") parent.splice(key, 1);
  else if (isRecord(parent) && key !== undefined) delete parent[String(key)];
}

function childOf(value: unknown, key: PropertyKey): unknown {
  if (Array.isArray(value)) return value[Number(key)];
  return isRecord(value) ? value[String(key)] : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function byPlaceDescending(a: readonly PropertyKey[], b: readonly PropertyKey[]): number {
  const at = a.findIndex((key, index) => key !== b[index]);
  const [left, right] = [a[at], b[at]];
  return typeof left === "number" && typeof right === "number" ? right - left : b.length - a.length;
}

/** "attendees.displayName": the place of a list's entry says nothing to a person. */
function nameOf(path: readonly PropertyKey[]): string {
  return path.filter((key) => typeof key !== "number").join(".") || "an entry";
}

/** Without parts of a part that was left out in the end. */
function outermost(names: readonly string[]): readonly string[] {
  const distinct = [...new Set(names)];
  return distinct.filter((name) => !distinct.some((other) => name.startsWith(`${other}.`)));
}

/** JSON from a reply, so a copy through JSON is exact. */
function copyOf(raw: unknown): unknown {
  return raw === undefined ? undefined : JSON.parse(JSON.stringify(raw));
}
