import type { NotionClient } from "./client";
import { createLoadOnce } from "./load-once";
import type { NotionNames } from "./markdown/markdown-context";
import type { ParentPaths } from "./parent-paths";
import { userSchema } from "./schema";

/** Names of people and titles of pages by id; each is requested once in the life of a connector. */
export interface NameCache extends NotionNames {
  /** Requests the names that are not known yet, within limits for one page. */
  load(
    ids: { readonly users: readonly string[]; readonly pages: readonly string[] },
    signal: AbortSignal,
  ): Promise<void>;
}

/** Requests for names that one page may cause. */
const MAX_USERS = 50;
const MAX_TITLES = 50;

/** An integration may lack the right to read people; then nobody has a name. */
export function createNameCache(client: NotionClient, parentPaths: ParentPaths): NameCache {
  const users = createLoadOnce<string>();
  const titles = createLoadOnce<string>();
  const loadUser = (id: string, signal: AbortSignal) =>
    users.load(id, async () => {
      const found = await client.readOptional(`users/${encodeURIComponent(id)}`, userSchema, signal);
      return found?.name || undefined;
    });
  return {
    user: users.get,
    page: titles.get,
    load: async (ids, signal) => {
      const newUsers = [...new Set(ids.users)].filter((id) => !users.has(id)).slice(0, MAX_USERS);
      for (const id of newUsers) await loadUser(id, signal);
      const newPages = [...new Set(ids.pages)].filter((id) => !titles.has(id)).slice(0, MAX_TITLES);
      for (const id of newPages) await titles.load(id, () => parentPaths.title(id, signal));
    },
  };
}
