import type { ConnectorContext, ConnectorDefinition } from "../connector";
import { createClient } from "./client";
import { fetchItems } from "./fetch-items";
import { createPlaces } from "./places";
import { type PullParts, pull } from "./pull";
import { readScope } from "./scope";
import { search } from "./search";
import { serviceBehaviour, serviceDeclaration } from "./service";

export const slack: ConnectorDefinition = {
  declaration: {
    id: "slack",
    name: "Slack",
    description: "Threads and channel days of the conversations you are in.",
    icon: "hash",
    permissions: [],
    settings: [
      {
        key: "channels",
        label: "Channels",
        help: "Only these channels, by name. Leave empty for all you are in.",
        kind: "list",
        initial: "",
      },
      {
        key: "directMessages",
        label: "Direct messages",
        help: "Also brings your direct messages; the sign-in must allow it.",
        kind: "boolean",
        initial: false,
      },
      {
        key: "since",
        label: "Not older than",
        help: "Only messages of this day and later. Leave empty for everything.",
        kind: "date",
        initial: "",
      },
      {
        key: "windowDays",
        label: "Days to read again",
        help: "How far back edits and deletions are looked for, once a day.",
        kind: "number",
        initial: 30,
      },
    ],
    multiple: true,
    addedBy: "sign-in",
    intervalMinutes: 15,
    service: serviceDeclaration,
  },
  service: serviceBehaviour,
  create: (context) => {
    const places = createPlaces(context);
    const parts = (signal: AbortSignal) => toParts(context, places, signal);
    return {
      pull: async (cursor, signal) => {
        signal.throwIfAborted();
        return pull(parts(signal), cursor);
      },
      fetchItems: (itemIds, signal) => fetchItems(parts(signal), itemIds),
      search: (query, signal) => search(parts(signal), query),
    };
  },
};

function toParts(context: ConnectorContext, places: PullParts["places"], signal: AbortSignal): PullParts {
  return {
    context,
    places,
    client: createClient(context.api, signal),
    scope: readScope(context.source.settings),
  };
}
