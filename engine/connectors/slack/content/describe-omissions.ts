import type { Omission } from "./content-reader";

/** In the order in which they are said. `one` and `many` follow the number. */
const WORDS: readonly (readonly [kind: Omission["kind"], one: string, many: string])[] = [
  ["file", "file (its name only)", "files (their names only)"],
  ["canvas", "canvas (its name only)", "canvases (their names only)"],
  ["list", "list (its name only)", "lists (their names only)"],
  ["picture", "picture", "pictures"],
  ["rest", "file beyond its beginning", "files beyond their beginning"],
  ["block", "block of an unknown kind beyond its texts", "blocks of unknown kinds beyond their texts"],
  ["part", "part that is not as documented", "parts that are not as documented"],
  ["end", "message beyond its first 40,000 characters", "messages beyond their first 40,000 characters"],
];
const MAX_NAMES = 3;

/** "Not read: 2 pictures (Plan, Map), 1 canvas (its name only: Notes)"; undefined without omissions. */
export function describeOmissions(omissions: readonly Omission[]): string | undefined {
  const parts = WORDS.flatMap(([kind, one, many]) => {
    const found = omissions.filter((each) => each.kind === kind);
    if (found.length === 0) return [];
    const names = [...new Set(found.map(({ name }) => name.trim()).filter((name) => name !== ""))];
    const words = `${found.length} ${found.length === 1 ? one : many}`;
    if (names.length === 0) return [words];
    const shown = [...names.slice(0, MAX_NAMES), ...(names.length > MAX_NAMES ? ["…"] : [])].join(", ");
    return [words.endsWith(")") ? `${words.slice(0, -1)}: ${shown})` : `${words} (${shown})`];
  });
  return parts.length === 0 ? undefined : `Not read: ${parts.join(", ")}`;
}
