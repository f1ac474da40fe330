import type { Settings } from "../../model/source";
import type { LiveQuery } from "../connector";
import { stripQuerySyntax } from "../shared/search/strip-query-syntax";
import { assertNamesExist } from "../shared/settings/assert-names-exist";
import { readDateSetting } from "../shared/settings/read-date-setting";
import { readListSetting } from "../shared/settings/read-list-setting";
import type { GmailClient } from "./client";
import type { GmailMessage } from "./schema";

/** What the person narrowed the source to. */
export interface GmailFilter {
  /** Labels by name as Gmail's search writes them, and by id as messages carry them. Empty for everything. */
  readonly labels: readonly { readonly name: string; readonly id: string }[];
  readonly promotions: boolean;
  /** Milliseconds since the epoch. */
  readonly since: number | undefined;
}

/**
 * The filter that the settings describe. SettingsError when a label does not exist: all mail would be read in its
 * place.
 */
export async function readFilter(
  client: Pick<GmailClient, "labels">,
  settings: Settings,
  signal: AbortSignal,
): Promise<GmailFilter> {
  return {
    labels: await findLabels(client, readListSetting(settings, "labels"), signal),
    promotions: settings.promotions === true,
    since: readDateSetting(settings, "since"),
  };
}

async function findLabels(
  client: Pick<GmailClient, "labels">,
  names: readonly string[],
  signal: AbortSignal,
): Promise<GmailFilter["labels"]> {
  if (names.length === 0) return [];
  const labels = new Map((await client.labels(signal)).map((label) => [label.name.toLowerCase(), label]));
  assertNamesExist(names, labels.keys(), { what: "label", from: "Gmail", setting: "Labels" });
  return names.flatMap((name) => labels.get(name.toLowerCase()) ?? []);
}

const PROMOTIONS = "CATEGORY_PROMOTIONS";

/** Labels whose coming or going changes what is wanted; being read or starred is none of them. */
export function affectsFilter(labelId: string, { labels }: GmailFilter): boolean {
  return ["TRASH", "SPAM", "DRAFT", PROMOTIONS].includes(labelId) || labels.some(({ id }) => id === labelId);
}

/** A message of a conversation that is not gone, nor still being written. */
export function isVisible({ labelIds }: GmailMessage): boolean {
  return !["TRASH", "SPAM", "DRAFT", "CHAT"].some((label) => labelIds.includes(label));
}

/** Whether a message brings its conversation in; the same as `buildThreadsQuery` asks. */
export function isWanted(message: GmailMessage, { labels, promotions, since = 0 }: GmailFilter): boolean {
  const { labelIds, internalDate } = message;
  return (
    isVisible(message) &&
    Number(internalDate) >= since &&
    (promotions || !labelIds.includes(PROMOTIONS)) &&
    (labels.length === 0 || labels.some(({ id }) => labelIds.includes(id)))
  );
}

/** In the words of Gmail's search box, which leaves out trash and spam by itself. */
export function buildThreadsQuery({ labels, promotions, since }: GmailFilter): string {
  const names = labels.map(({ name }) => `label:${name.toLowerCase().replace(/[\s/&|(){}"]+/g, "-")}`);
  return [
    "-in:chats",
    "-in:drafts",
    ...(promotions ? [] : ["-category:promotions"]),
    ...(names.length > 0 ? [`{${names.join(" ")}}`] : []),
    // Read as seconds since the epoch, so that no time zone matters.
    ...(since === undefined ? [] : [`after:${Math.ceil(since / 1_000) - 1}`]),
  ].join(" ");
}

export function buildSearchQuery(
  { text, updatedAfter, updatedBefore }: LiveQuery,
  filter: GmailFilter,
): string {
  return [
    // Brackets and quotes that do not match would change what the rest means.
    stripQuerySyntax(text, /["(){}]/g),
    buildThreadsQuery(filter),
    ...(updatedAfter === undefined ? [] : [`after:${Math.floor(updatedAfter / 1_000)}`]),
    ...(updatedBefore === undefined ? [] : [`before:${Math.ceil(updatedBefore / 1_000)}`]),
  ].join(" ");
}
