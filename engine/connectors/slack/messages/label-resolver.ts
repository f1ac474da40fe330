import type { ConnectorContext } from "../../connector";
import { sanitiseLink } from "../../shared/parse/sanitise-link";
import type { SlackClient } from "../client";
import { referencedIds } from "../content/references";
import type { ConversationLabels } from "../to-document";
import type { SlackConversation } from "./conversation";
import type { SlackMessage } from "./message";
import { createNameCache, usersOf } from "./name-lookup";

interface LabelRequest {
  readonly conversation: SlackConversation;
  /** Conversations that messages may mention. */
  readonly channels?: readonly SlackConversation[];
}

/** Resolves the names of the conversation, and of the people, channels and user groups in these messages. */
export type ResolveLabels = (
  client: SlackClient,
  where: LabelRequest,
  messages: readonly SlackMessage[],
) => Promise<ConversationLabels>;

/** Requests for the names of channels that the person is not in, for one page of messages. */
const MAX_CHANNEL_REQUESTS = 10;

/** Caches names for one pass. */
export function createLabelResolver({ source }: ConnectorContext): ResolveLabels {
  const users = createNameCache();
  const otherChannels = createNameCache(MAX_CHANNEL_REQUESTS);
  let groups: Promise<ReadonlyMap<string, string>> | undefined;
  const workspaceUrl = sanitiseLink(source.account?.details?.url, ["slack.com"], "https://slack.com/");
  return async (client, { conversation, channels = [] }, messages) => {
    const own = new Map(channels.map(({ id, name }) => [id, name]));
    const mentioned = (kind: "#" | "&") => messages.flatMap(({ text = "" }) => referencedIds(text, kind));
    await users.load(
      [...usersOf(messages), ...(conversation.user ? [conversation.user] : [])],
      client.userName,
    );
    await otherChannels.load(
      mentioned("#").filter((id) => !own.has(id)),
      client.channelName,
    );
    // One list has all groups; a failed request is made again with the next page.
    if (mentioned("&").length > 0) groups ??= client.userGroups();
    const groupNames = await groups?.catch((error: unknown) => {
      groups = undefined;
      throw error;
    });
    return {
      conversation,
      workspaceUrl,
      nameOf: users.get,
      channelName: (id) => own.get(id) ?? otherChannels.get(id),
      groupName: (id) => groupNames?.get(id),
    };
  };
}
