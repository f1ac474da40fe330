import type { Omission } from "../markdown/markdown-context";

/** In the order in which they are said. */
const WORDS: readonly (readonly [kind: Omission["kind"], one: string, many: string])[] = [
  ["block", "block of a kind that cannot be read", "blocks of kinds that cannot be read"],
  ["private", "block that is left out or not shared", "blocks that are left out or not shared"],
  ["file", "file", "files"],
  ["picture", "picture", "pictures"],
  ["transcript", "transcript", "transcripts"],
  ["property", "value of a property", "values of properties"],
  ["comment", "comment", "comments"],
];
const MAX_NAMES = 3;

/** "Not read: 2 files (a.pdf, b.pdf), 1 picture"; undefined without omissions. */
export function describeOmissions(omissions: readonly Omission[]): string | undefined {
  const parts = WORDS.flatMap(([kind, one, many]) => {
    const found = omissions.filter((each) => each.kind === kind);
    if (found.length === 0) return [];
    const names = [...new Set(found.map(({ name }) => name.trim()).filter((name) => name !== ""))];
    const shown = [...names.slice(0, MAX_NAMES), ...(names.length > MAX_NAMES ? ["…"] : [])].join(", ");
    return [`${found.length} ${found.length === 1 ? one : many}${shown && ` (${shown})`}`];
  });
  return parts.length === 0 ? undefined : `Not read: ${parts.join(", ")}`;
}
