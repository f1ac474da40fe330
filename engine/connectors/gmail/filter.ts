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
  /** Labels: the name in Gmail's search, and the id on messages. Empty for everything. */
  readonly labels: readonly { readonly name: string; readonly id: string }[];
  readonly promotions: boolean;
  /** Milliseconds since the epoch. */
  readonly since: number | undefined;
}

/**
 * The filter of the settings. Rejects with SettingsError when a label does not exist: all mail would be read in its
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

/** Whether adding or removing this label changes what is read; being read or starred does not. */
export function affectsContent(labelId: string, { labels }: GmailFilter): boolean {
  const isDeciding = ["TRASH", "SPAM", "DRAFT", PROMOTIONS].includes(labelId);
  return isDeciding || isOwnLabel(labelId) || labels.some(({ id }) => id === labelId);
}

/** Whether the person made this label. */
export function isOwnLabel(labelId: string): boolean {
  return labelId.startsWith("Label_");
}

/** Whether a message is neither deleted nor a draft. */
export function isVisible({ labelIds }: GmailMessage): boolean {
  return !["TRASH", "SPAM", "DRAFT", "CHAT"].some((label) => labelIds.includes(label));
}

/** Whether a message brings its conversation in; the same condition as in `buildThreadsQuery`. */
export function isWanted(message: GmailMessage, { labels, promotions, since = 0 }: GmailFilter): boolean {
  const { labelIds, internalDate } = message;
  return (
    isVisible(message) &&
    Number(internalDate) >= since &&
    (promotions || !labelIds.includes(PROMOTIONS)) &&
    (labels.length === 0 || labels.some(({ id }) => labelIds.includes(id)))
  );
}

/** In the syntax of Gmail's search box, which excludes trash and spam. */
export function buildThreadsQuery({ labels, promotions, since }: GmailFilter): string {
  const names = labels.map(({ name }) => `label:${name.toLowerCase().replace(/[\s/&|(){}"]+/g, "-")}`);
  return [
    "-in:chats",
    "-in:drafts",
    ...(promotions ? [] : ["-category:promotions"]),
    ...(names.length > 0 ? [`{${names.join(" ")}}`] : []),
    // Seconds since the epoch are independent of time zones.
    ...(since === undefined ? [] : [`after:${Math.ceil(since / 1_000) - 1}`]),
  ].join(" ");
}

export function buildSearchQuery(
  { text, updatedAfter, updatedBefore }: LiveQuery,
  filter: GmailFilter,
): string {
  return [
    // Unbalanced brackets and quotes would change the meaning of the rest.
    stripQuerySyntax(text, /["(){}]/g),
    buildThreadsQuery(filter),
    ...(updatedAfter === undefined ? [] : [`after:${Math.floor(updatedAfter / 1_000)}`]),
    ...(updatedBefore === undefined ? [] : [`before:${Math.ceil(updatedBefore / 1_000)}`]),
  ].join(" ");
}
