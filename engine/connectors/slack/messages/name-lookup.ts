import { referencedIds } from "../content/references";
import type { SlackMessage } from "./message";

/** Requests one name; undefined for an id that is unknown or not visible. */
type RequestName = (id: string) => Promise<string | undefined>;

/** Names by id; each is requested once per pass. */
export interface NameCache {
  /** Requests the names of these ids that are not known yet, up to the limit. */
  load(ids: readonly string[], request: RequestName): Promise<void>;
  get(id: string): string | undefined;
}

/** `limit`: maximum number of requests for one page of messages. */
export function createNameCache(limit = Number.POSITIVE_INFINITY): NameCache {
  const names = new Map<string, string | undefined>();
  return {
    load: async (ids, request) => {
      const missing = [...new Set(ids)].filter((id) => !names.has(id)).slice(0, limit);
      await Promise.all(missing.map(async (id) => names.set(id, await request(id))));
    },
    get: (id) => names.get(id),
  };
}

/** Ids of all senders and mentioned users of these messages. */
export function usersOf(messages: readonly SlackMessage[]): readonly string[] {
  return messages.flatMap(({ user, text = "" }) => [...(user ? [user] : []), ...referencedIds(text, "@")]);
}
