import type { SlackClient } from "../client";
import type { SlackMessage } from "./message";
import { mentionedUsers } from "./to-markdown";

/** Display names by user id; each is requested once per pass. */
export interface UserNameCache {
  /** Names of all senders and mentioned users of these messages, and of these users. */
  resolve(
    client: SlackClient,
    from: readonly SlackMessage[],
    users?: readonly string[],
  ): Promise<UserNameLookup>;
}

export type UserNameLookup = (id: string) => string;

export function createUserNameCache(): UserNameCache {
  const names = new Map<string, string>();
  return {
    resolve: async (client, from, users = []) => {
      const ids = from.flatMap(({ user, text = "" }) => [...(user ? [user] : []), ...mentionedUsers(text)]);
      const missing = [...new Set([...ids, ...users])].filter((id) => !names.has(id));
      await Promise.all(
        missing.map(async (id) => {
          const user = await client.user(id);
          const { profile, real_name, name } = user ?? {};
          const shown = profile?.display_name || profile?.real_name || real_name || name;
          names.set(id, shown || "Someone");
        }),
      );
      return (id) => names.get(id) ?? "Someone";
    },
  };
}
