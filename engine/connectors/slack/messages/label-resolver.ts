import type { ConnectorContext } from "../../connector";
import { sanitiseLink } from "../../shared/parse/sanitise-link";
import type { SlackClient } from "../client";
import type { ConversationLabels } from "../to-document";
import type { SlackConversation } from "./conversation";
import type { SlackMessage } from "./message";
import { createUserNameCache } from "./user-name-cache";

interface LabelRequest {
  readonly conversation: SlackConversation;
  /** Conversations that messages may mention. */
  readonly channels?: readonly SlackConversation[];
}

/** Resolves the names of the conversation and of the people in these messages. */
export type ResolveLabels = (
  client: SlackClient,
  where: LabelRequest,
  messages: readonly SlackMessage[],
) => Promise<ConversationLabels>;

/** Caches names for one pass. */
export function createLabelResolver({ source }: ConnectorContext): ResolveLabels {
  const names = createUserNameCache();
  const workspaceUrl = sanitiseLink(source.account?.details?.url, ["slack.com"], "https://slack.com/");
  return async (client, { conversation, channels = [] }, messages) => ({
    conversation,
    workspaceUrl,
    nameOf: await names.resolve(client, messages, conversation.user ? [conversation.user] : []),
    channelName: (id) => channels.find((channel) => channel.id === id)?.name,
  });
}
