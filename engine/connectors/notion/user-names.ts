import type { NotionClient } from "./client";
import { userSchema } from "./schema";

/** Names of people by id, each asked for once in a connector's life. */
export interface NotionUserNames {
  name(user: { readonly id: string } | null | undefined, signal: AbortSignal): Promise<string | undefined>;
}

/** An integration may be made without the right to see people; then each has no name. */
export function createNotionUserNames(client: NotionClient): NotionUserNames {
  const names = new Map<string, string | undefined>();
  return {
    name: async (user, signal) => {
      if (!user) return undefined;
      if (!names.has(user.id)) {
        const found = await client.read(`users/${encodeURIComponent(user.id)}`, userSchema, signal);
        names.set(user.id, found?.name || undefined);
      }
      return names.get(user.id);
    },
  };
}
