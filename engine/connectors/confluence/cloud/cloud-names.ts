import { optionalOnForbidden } from "../../shared/vendors/atlassian/optional-on-forbidden";
import type { CloudSpace, ConfluenceCloudClient } from "../client";
import { mentionedPeople } from "../mentions";
import { type CloudContent, cloudContent } from "../schema";

/** A page's position in the page tree; undefined for a page that is not visible. */
type Parent = Pick<CloudContent, "title" | "parentId" | "parentType"> | undefined;

/** Names for the ids of version 2; each is requested once in the life of a connector, in batches. */
export interface CloudNames {
  /** Loads all unknown names that these contents need. */
  load(contents: readonly CloudContent[], signal: AbortSignal): Promise<void>;
  /** Loads the unknown names of these people. */
  loadUsers(accountIds: readonly (string | null | undefined)[], signal: AbortSignal): Promise<void>;
  space(content: CloudContent): CloudSpace | undefined;
  user(accountId: string | null | undefined): string | undefined;
  /** Titles of the parent pages, outermost first. */
  ancestors(content: CloudContent): readonly string[];
}

/** Deeper trees lose their outermost pages; each level may take a request. */
const MAX_LEVELS = 8;
const IDS_PER_REQUEST = 50;

export function createCloudNames(client: ConfluenceCloudClient): CloudNames {
  const spaces = new Map<string, CloudSpace | undefined>();
  const users = new Map<string, string | undefined>();
  const parents = new Map<string, Parent>();

  async function loadSpaces(contents: readonly CloudContent[], signal: AbortSignal): Promise<void> {
    const ids = distinct(contents.map(({ spaceId }) => spaceId)).filter((id) => !spaces.has(id));
    for (const batch of chunk(ids)) {
      const found = (await optionalOnForbidden(() => client.spaces({ ids: batch }, signal))) ?? [];
      for (const id of batch) spaces.set(id, undefined);
      for (const space of found) spaces.set(space.id, space);
    }
  }

  async function loadUsers(
    accountIds: readonly (string | null | undefined)[],
    signal: AbortSignal,
  ): Promise<void> {
    for (const batch of chunk(distinct(accountIds).filter((id) => !users.has(id)))) {
      const found = await client.userNames(batch, signal);
      for (const id of batch) users.set(id, found.get(id));
    }
  }

  async function loadPages(ids: readonly string[], signal: AbortSignal): Promise<void> {
    for (const batch of chunk(ids)) {
      const { results } = await client.contents("page", { id: batch, limit: String(batch.length) }, signal);
      for (const id of batch) parents.set(id, undefined);
      for (const each of results) {
        const { data } = cloudContent.safeParse(each);
        if (data) parents.set(data.id, withoutBody(data));
      }
    }
  }

  async function loadParents(contents: readonly CloudContent[], signal: AbortSignal): Promise<void> {
    for (const content of contents) parents.set(content.id, withoutBody(content));
    let ids = distinct(contents.map(parentOf));
    for (let levels = 0; levels < MAX_LEVELS && ids.length > 0; levels++) {
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
        loadUsers(contents.flatMap(peopleOf), signal),
        loadParents(contents, signal),
      ]);
    },
    loadUsers,
    space: ({ spaceId }) => (spaceId ? spaces.get(spaceId) : undefined),
    user: (accountId) => (accountId ? users.get(accountId) : undefined),
    ancestors: (content) => {
      const titles: string[] = [];
      let above = parents.get(parentOf(content) ?? "");
      while (above !== undefined && titles.length < MAX_LEVELS) {
        titles.unshift(above.title);
        above = parents.get(parentOf(above) ?? "");
      }
      return titles;
    },
  };
}

/** Everyone who wrote a content or is mentioned in it. */
function peopleOf({ authorId, version, body }: CloudContent): readonly (string | null | undefined)[] {
  return [authorId, version.authorId, ...mentionedPeople([body?.storage?.value ?? ""])];
}

/** The path ends at a folder or database, which is not a page. */
function parentOf(content: Parent): string | undefined {
  if (!content?.parentId || (content.parentType ?? "page") !== "page") return undefined;
  return content.parentId;
}

/** Without the body, which would stay in memory for the life of the connector. */
function withoutBody({ title, parentId, parentType }: CloudContent): Parent {
  return { title, parentId, parentType };
}

function distinct(ids: readonly (string | null | undefined)[]): readonly string[] {
  return [...new Set(ids)].filter((id) => id != null && id !== "") as string[];
}

function chunk(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(ids.length / IDS_PER_REQUEST) }, (_, at) =>
    ids.slice(at * IDS_PER_REQUEST, (at + 1) * IDS_PER_REQUEST),
  );
}
