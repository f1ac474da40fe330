/** Content that a document has not, with its name where it has one. */
export interface NamedOmission<Kind extends string> {
  readonly kind: Kind;
  readonly name: string;
}

/** A kind of content, and its words after the number one and after other numbers: "file", "files (their names only)". */
export type OmissionWords<Kind extends string> = readonly [kind: Kind, one: string, many: string];

const MAX_NAMES = 3;

/**
 * "Not read: 2 pictures (Plan, Map), 1 canvas (its name only: Notes)", in the order of `words`; undefined without
 * omissions.
 */
export function describeOmissions<Kind extends string>(
  omissions: readonly NamedOmission<Kind>[],
  words: readonly OmissionWords<Kind>[],
): string | undefined {
  const parts = words.flatMap(([kind, one, many]) => {
    const found = omissions.filter((each) => each.kind === kind);
    if (found.length === 0) return [];
    const names = [...new Set(found.map(({ name }) => name.trim()).filter((name) => name !== ""))];
    const counted = `${found.length} ${found.length === 1 ? one : many}`;
    if (names.length === 0) return [counted];
    const shown = [...names.slice(0, MAX_NAMES), ...(names.length > MAX_NAMES ? ["…"] : [])].join(", ");
    return [counted.endsWith(")") ? `${counted.slice(0, -1)}: ${shown})` : `${counted} (${shown})`];
  });
  return parts.length === 0 ? undefined : `Not read: ${parts.join(", ")}`;
}
