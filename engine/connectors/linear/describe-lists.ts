/** A list of which a number of entries is included. */
interface Included<Entry> {
  readonly nodes?: readonly Entry[] | null | undefined;
  readonly pageInfo?: { readonly hasNextPage?: boolean | null | undefined } | null | undefined;
}

type List<Entry> = Included<Entry> | null | undefined;

export function entriesOf<Entry>(list: List<Entry>): readonly Entry[] {
  return list?.nodes ?? [];
}

/** "only the first 20 sub-issues are here" for each list that goes on. */
export function moreNotes(lists: Readonly<Record<string, List<unknown>>>): readonly string[] {
  return Object.entries(lists).flatMap(([name, list]) =>
    list?.pageInfo?.hasNextPage ? [`only the first ${entriesOf(list).length} ${name} are here`] : [],
  );
}

interface IssueName {
  readonly identifier: string;
  readonly title?: string | null | undefined;
}

/** "ENG-12 Cursor is lost" */
export function issueNameOf({ identifier, title }: IssueName): string {
  return title ? `${identifier} ${title}` : identifier;
}

const RELATIONS: Readonly<Record<string, string>> = {
  blocks: "Blocks",
  duplicate: "Duplicate of",
  related: "Related to",
  similar: "Similar to",
  dependency: "Depends on",
};
const INVERSE_RELATIONS: Readonly<Record<string, string>> = {
  blocks: "Blocked by",
  duplicate: "Duplicated by",
  related: "Related to",
  similar: "Similar to",
  dependency: "Needed by",
};

interface Relation {
  readonly type?: string | null | undefined;
  readonly name: string;
}

/** One line for each kind of relation: "Blocks: ENG-4 Undo, ENG-5 Redo". */
export function describeRelations(
  relations: readonly Relation[],
  inverse: readonly Relation[],
): readonly string[] {
  const lines = new Map<string, string[]>();
  const add = (labels: Readonly<Record<string, string>>, { type, name }: Relation) => {
    const label = labels[type ?? ""] ?? `Related (${type ?? "unknown"})`;
    lines.set(label, [...(lines.get(label) ?? []), name]);
  };
  for (const relation of relations) add(RELATIONS, relation);
  for (const relation of inverse) add(INVERSE_RELATIONS, relation);
  return [...lines].map(([label, names]) => `${label}: ${[...new Set(names)].join(", ")}`);
}

interface Link {
  readonly title?: string | null | undefined;
  readonly label?: string | null | undefined;
  readonly subtitle?: string | null | undefined;
  readonly url?: string | null | undefined;
}

/** "Attached: Fix the cursor – merged (https://…)" */
export function describeLinks(label: string, links: readonly Link[]): readonly string[] {
  return links.flatMap(({ title, label: name, subtitle, url }) => {
    const words = [title || name, subtitle].filter(Boolean).join(" – ") || url;
    if (!words) return [];
    return [`${label}: ${url && url !== words ? `${words} (${url})` : words}`];
  });
}

/** "Status: Done · Due: 2026-06-01", without what is absent. */
export function describeFacts(facts: readonly (readonly [string, string | null | undefined])[]): string {
  return facts.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])).join(" · ");
}

export function paragraphs(...texts: readonly (string | null | undefined)[]): string {
  return texts.filter((text) => text !== undefined && text !== null && text.trim() !== "").join("\n\n");
}

/** "2026-05-01" of a time. */
export function dayOf(time: string | null | undefined): string | undefined {
  return time?.slice(0, 10);
}
