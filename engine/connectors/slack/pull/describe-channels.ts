import type { ItemFailure, ItemsPage } from "../../../model/pull-page";
import { EMPTY_ITEMS } from "../../shared/pull/items-page";
import { mrkdwnToMarkdown } from "../content/mrkdwn-to-markdown";
import type { SlackConversation } from "../messages/conversation";
import { channelId, toChannelDocument } from "../to-document";
import type { PullDeps } from "./pull-deps";

/** In the id of the failure for conversations that Slack lists without an id. */
export const UNNAMED = "?";

/** The descriptions of channels that are new to the ledger, and those that are gone from a channel that is not. */
export async function describeChannels(
  deps: PullDeps,
  channels: readonly SlackConversation[],
  unnamed: number,
): Promise<ItemsPage> {
  const { known } = deps.context;
  const pages: ItemsPage[] = [];
  for (const conversation of channels) pages.push(await describeChannel(deps, { conversation, channels }));
  const documents = pages.flatMap((page) => page.documents);
  const described = new Set(documents.map(({ id }) => id));
  const failure = toFailure(unnamed);
  const ids = [...channels.map(({ id }) => id), UNNAMED].map(channelId);
  const ledger = await known(ids);
  const isGone = (id: string) => ledger.has(id) && !described.has(id) && id !== failure?.id;
  return {
    documents: documents.filter(({ id, version }) => ledger.get(id)?.version !== version),
    failures: failure && ledger.get(failure.id)?.version !== failure.version ? [failure] : [],
    deletions: ids.filter(isGone),
  };
}

export async function describeChannel(
  { client, resolveLabels }: PullDeps,
  where: { readonly conversation: SlackConversation; readonly channels: readonly SlackConversation[] },
): Promise<ItemsPage> {
  const { id, about = [] } = where.conversation;
  // The text is read as a message only for the names in it.
  const text = about.map((each) => mrkdwnToMarkdown(each.text)).join("\n");
  const labels = await resolveLabels(client, where, [{ ts: id, text, summary: "", isNotice: false }]);
  const document = toChannelDocument(labels);
  return { ...EMPTY_ITEMS, documents: document ? [document] : [] };
}

function toFailure(count: number): ItemFailure | undefined {
  if (count === 0) return undefined;
  return {
    id: channelId(UNNAMED),
    title: "Conversations without an id",
    url: "https://slack.com/",
    version: String(count),
    outcome: "failed",
    code: "read-item",
    reason: `Cannot read ${count} of the conversations: Slack's answer is not as documented`,
  };
}
