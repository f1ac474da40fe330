import { unlessRefused } from "../atlassian/unless-refused";
import type { CloudClient, CloudSpace } from "./cloud-client";
import { type CloudContent, cloudContent } from "./schema";

/** A page's place among pages; undefined for one that cannot be seen. */
type Parent = Pick<CloudContent, "title" | "parentId" | "parentType"> | undefined;

/** Names for the ids that version 2 gives: asked for once in a connector's life, many at a time. */
export interface CloudNames {
  /** Looks up whatever these contents mention and is not known yet. */
  load(contents: readonly CloudContent[], signal: AbortSignal): Promise<void>;
  space(content: CloudContent): CloudSpace | undefined;
  user(accountId: string | null | undefined): string | undefined;
  /** Titles of the pages above, outermost first. */
  ancestors(content: CloudContent): readonly string[];
}

/** Deeper trees lose their outermost pages; each level may cost a request. */
const MOST_LEVELS = 8;
const IDS_A_REQUEST = 50;

export function createCloudNames(client: CloudClient): CloudNames {
  const spaces = new Map<string, CloudSpace | undefined>();
  const users = new Map<string, string | undefined>();
  const parents = new Map<string, Parent>();

  async function loadSpaces(contents: readonly CloudContent[], signal: AbortSignal): Promise<void> {
    const ids = distinct(contents.map(({ spaceId }) => spaceId)).filter((id) => !spaces.has(id));
    for (const some of chunked(ids)) {
      const found = (await unlessRefused(() => client.spaces({ ids: some }, signal))) ?? [];
      for (const id of some) spaces.set(id, undefined);
      for (const space of found) spaces.set(space.id, space);
    }
  }

  async function loadPeople(contents: readonly CloudContent[], signal: AbortSignal): Promise<void> {
    const ids = distinct(contents.flatMap(({ authorId, version }) => [authorId, version.authorId]));
    for (const some of chunked(ids.filter((id) => !users.has(id)))) {
      const found = await client.userNames(some, signal);
      for (const id of some) users.set(id, found.get(id));
    }
  }

  async function loadPages(ids: readonly string[], signal: AbortSignal): Promise<void> {
    for (const some of chunked(ids)) {
      const { results } = await client.contents("page", { id: some, limit: String(some.length) }, signal);
      for (const id of some) parents.set(id, undefined);
      for (const each of results) {
        const { data } = cloudContent.safeParse(each);
        if (data) parents.set(data.id, trimmed(data));
      }
    }
  }

  async function loadParents(contents: readonly CloudContent[], signal: AbortSignal): Promise<void> {
    for (const content of contents) parents.set(content.id, trimmed(content));
    let ids = distinct(contents.map(parentOf));
    for (let levels = 0; levels < MOST_LEVELS && ids.length > 0; levels++) {
      await loadPages(
        ids.filter((id) => !parents.has(id)),
        signal,
      );
      ids = distinct(ids.map((id) => parentOf(parents.get(id))));
    }
  }

  return {
    load: async (contents, signal) => {
      await Promise.all([
        loadSpaces(contents, signal),
        loadPeople(contents, signal),
        loadParents(contents, signal),
      ]);
    },
    space: ({ spaceId }) => (spaceId ? spaces.get(spaceId) : undefined),
    user: (accountId) => (accountId ? users.get(accountId) : undefined),
    ancestors: (content) => {
      const titles: string[] = [];
      let above = parents.get(parentOf(content) ?? "");
      while (above !== undefined && titles.length < MOST_LEVELS) {
        titles.unshift(above.title);
        above = parents.get(parentOf(above) ?? "");
      }
      return titles;
    },
  };
}

/** Folders and databases above a page are no pages; the path ends there. */
function parentOf(content: Parent): string | undefined {
  if (!content?.parentId || (content.parentType ?? "page") !== "page") return undefined;
  return content.parentId;
}

/** Without the body, which would stay in memory as long as the connector. */
function trimmed({ title, parentId, parentType }: CloudContent): Parent {
  return { title, parentId, parentType };
}

function distinct(ids: readonly (string | null | undefined)[]): readonly string[] {
  return [...new Set(ids)].filter((id) => id != null && id !== "") as string[];
}

function chunked(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / IDS_A_REQUEST) }, (_, at) =>
    ids.slice(at * IDS_A_REQUEST, (at + 1) * IDS_A_REQUEST),
  );
}
