import { isRecord } from "../shared/vendors/atlassian/adf-node";
import type { PersonNames } from "../shared/vendors/atlassian/name-mentions";
import { wikiMentions } from "./wiki-to-markdown";

/**
 * Names of everyone an issue or its comments describe: by account id, user name and key. Most mentions are of these,
 * and need no request.
 */
export function namesWithin(...values: readonly unknown[]): Map<string, string> {
  const names = new Map<string, string>();
  const open: unknown[] = [...values];
  while (open.length > 0) {
    const value = open.pop();
    if (Array.isArray(value)) open.push(...value);
    if (!isRecord(value)) continue;
    for (const [id, name] of idsOf(value)) names.set(id, name);
    // Texts of the Atlassian format describe no people, and may be deep.
    if (value.type !== "doc") open.push(...Object.values(value));
  }
  return names;
}

function idsOf({ displayName, accountId, name, key }: Record<string, unknown>): [string, string][] {
  if (typeof displayName !== "string" || displayName === "") return [];
  const ids = [accountId, name, key].filter((id) => typeof id === "string");
  return ids.map((id) => [id, displayName]);
}

/** Ids of the people that the wiki markup within these values mentions, without those that are known. */
export function unknownMentions(values: readonly unknown[], known: PersonNames): readonly string[] {
  const found = new Set<string>();
  const open: unknown[] = [...values];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === "string") for (const id of wikiMentions(value)) found.add(id);
    else if (Array.isArray(value)) open.push(...value);
    else if (isRecord(value)) open.push(...Object.values(value));
  }
  return [...found].filter((id) => !known.has(id));
}
