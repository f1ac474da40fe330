import { linkOr } from "../api/link-or";
import type { ConnectorContext } from "../connector";
import type { SlackClient } from "./client";
import type { Conversation } from "./conversation";
import type { Message } from "./message";
import { createNames } from "./names";
import type { Place } from "./to-document";

interface Where {
  readonly conversation: Conversation;
  /** Conversations that messages may name. */
  readonly channels?: readonly Conversation[];
}

/** Makes the place that messages are to be shown in, with everyone's names. */
export type Places = (client: SlackClient, where: Where, messages: readonly Message[]) => Promise<Place>;

/** Remembers names for one pass. */
export function createPlaces({ source }: ConnectorContext): Places {
  const names = createNames();
  const workspaceUrl = linkOr(source.account?.details?.url, ["slack.com"], "https://slack.com/");
  return async (client, { conversation, channels = [] }, messages) => ({
    conversation,
    workspaceUrl,
    nameOf: await names.resolve(client, messages, conversation.user ? [conversation.user] : []),
    channelName: (id) => channels.find((channel) => channel.id === id)?.name,
  });
}
