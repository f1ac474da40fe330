import * as z from "zod";
import type { ConvertedText } from "../../../model/document";
import type { Archive } from "../../archive/archive";
import { readSlackDay, type SlackDay, slackNotes } from "../chats/read-slack";
import { list, text } from "../lenient";
import { writeConversations } from "../write-conversations";

const DAY = /^(?:.*\/)?([^/]+)\/\d{4}-\d\d-\d\d\.json$/;
const people = list(
  z.object({
    id: text,
    name: text,
    real_name: text,
    profile: z.object({ real_name: text, display_name: text }).optional().catch(undefined),
  }),
);

/** An export of a Slack workspace: every channel a conversation, people by their names. Undefined for another archive. */
export async function readSlackArchive(archive: Archive): Promise<ConvertedText | undefined> {
  const users = archive.entries.find(({ name }) => /(?:^|\/)users\.json$/.test(name));
  const files = archive.entries.filter(({ name }) => DAY.test(name));
  if (!users || files.length === 0) return undefined;
  const names = await readNames(archive);
  const channels = new Map<string, SlackDay[]>();
  for (const { name } of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const channel = DAY.exec(name)?.[1] ?? "";
    const day = readSlackDay(parse(await archive.readText(name)), names);
    channels.set(channel, [...(channels.get(channel) ?? []), day ?? { messages: [], unread: 1, files: 0 }]);
  }
  const conversations = [...channels].map(([channel, days]) => ({
    title: `#${channel}`,
    messages: days.flatMap(({ messages }) => messages),
  }));
  return writeConversations(conversations, slackNotes([...channels.values()].flat()));
}

/** Names of people and channels by id. */
async function readNames(archive: Archive): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (const { name: file } of archive.entries) {
    if (!/(?:^|\/)(?:users|channels|groups)\.json$/.test(file)) continue;
    for (const { id, name, real_name, profile } of people.parse(parse(await archive.readText(file)))) {
      const shown = profile?.real_name || real_name || profile?.display_name || name;
      if (id && shown) names.set(id, shown);
    }
  }
  return names;
}

function parse(json: string | undefined): unknown {
  try {
    return JSON.parse(json ?? "");
  } catch {
    return undefined;
  }
}
