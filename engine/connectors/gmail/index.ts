import { once } from "../../util/once";
import type { ConnectorDefinition } from "../connector";
import { assertNamesExist } from "../shared/settings/assert-names-exist";
import { readDateSetting } from "../shared/settings/read-date-setting";
import { readListSetting } from "../shared/settings/read-list-setting";
import { createGoogleService } from "../shared/vendors/google/create-google-service";
import { createGoogleSignIn, GOOGLE_TOKEN_HOST } from "../shared/vendors/google/sign-in";
import { createGmailClient, type GmailClient } from "./client";
import { createGmailConnector } from "./create-gmail-connector";
import type { GmailFilter } from "./filter";

export const gmail: ConnectorDefinition = {
  declaration: {
    id: "gmail",
    name: "Gmail",
    description: "Your conversations, each message with a link of its own.",
    icon: "mail",
    permissions: [],
    settings: [
      {
        key: "labels",
        label: "Labels",
        help: "Names of labels, separated by commas; only conversations with one of them. Empty for all mail.",
        kind: "list",
        initial: "",
      },
      {
        key: "promotions",
        label: "Read promotions",
        help: "Mail that Gmail sorts under Promotions.",
        kind: "boolean",
        initial: false,
      },
      {
        key: "since",
        label: "Since",
        help: "Leaves out conversations without a message from this day on. Empty for all.",
        kind: "date",
        initial: "",
      },
    ],
    multiple: true,
    addedBy: "sign-in",
    intervalMinutes: 5,
    pruneMinutes: 24 * 60,
    service: {
      hosts: ["https://gmail.googleapis.com/*", GOOGLE_TOKEN_HOST],
      signIn: createGoogleSignIn({
        scopes: ["https://www.googleapis.com/auth/gmail.readonly"],
        allows: "read your mail",
      }),
      limits: [{ id: "requests", requests: 600, windowMs: 60_000 }],
      concurrent: 8,
      liveSearch: true,
    },
  },
  service: createGoogleService(async ({ api, signal }) => {
    const { emailAddress } = await createGmailClient(api).profile(signal);
    return { id: emailAddress, name: emailAddress };
  }),
  create: ({ source, api, clock, known, withPrefix }) => {
    const client = createGmailClient(api);
    const names = readListSetting(source.settings, "labels");
    const since = readDateSetting(source.settings, "since");
    return createGmailConnector({
      ...{ client, clock, known, withPrefix, since },
      mailbox: source.account?.name,
      filter: once(async (signal) => ({
        labels: await findLabels(names, client, signal),
        promotions: source.settings.promotions === true,
        since,
      })),
    });
  },
};

/** The chosen labels. SettingsError when there is no such label: reading all mail instead would not be what was meant. */
async function findLabels(
  names: readonly string[],
  client: GmailClient,
  signal: AbortSignal,
): Promise<GmailFilter["labels"]> {
  if (names.length === 0) return [];
  const labels = new Map((await client.labels(signal)).map((label) => [label.name.toLowerCase(), label]));
  assertNamesExist(names, labels.keys(), { what: "label", from: "Gmail", setting: "Labels" });
  return names.flatMap((name) => labels.get(name.toLowerCase()) ?? []);
}
