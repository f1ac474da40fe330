/**
 * Users, channels and user groups are mentioned by id. While a message is read they become marks of private use
 * characters, which no text contains, and their names are set in when the document is made.
 */
export type ReferenceKind = "@" | "#" | "&";

/** Names of the ids in a message; undefined for an unknown one. */
export interface ReferenceNames {
  user(id: string): string;
  channel(id: string): string | undefined;
  group(id: string): string | undefined;
}

const MARK = /\uE000([@#&])([^\uE001]*)\uE001/g;

export function toReference(kind: ReferenceKind, id: string): string {
  return `\uE000${kind}${id}\uE001`;
}

/** The ids of one kind that a text mentions. */
export function referencedIds(text: string, kind: ReferenceKind): readonly string[] {
  return [...text.matchAll(MARK)].flatMap(([, found, id = ""]) => (found === kind && id ? [id] : []));
}

/** Replaces the marks with names. A channel without a known name keeps its id. */
export function resolveReferences(text: string, names: ReferenceNames): string {
  return text.replace(MARK, (_, kind: string, id: string) => {
    if (kind === "@") return `@${names.user(id)}`;
    if (kind === "#") return `#${names.channel(id) ?? id}`;
    return `@${(names.group(id) ?? "group").replace(/^@/, "")}`;
  });
}
