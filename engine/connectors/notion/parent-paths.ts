import type { NotionClient } from "./client";
import { createLoadOnce } from "./load-once";
import { titleOf } from "./properties";
import { holderSchema, type NotionPage, type NotionParent } from "./schema";

/** The parent of a page; a block has no title. */
interface ParentEntry {
  readonly title: string;
  readonly parent: NotionParent;
}

/** The parents of pages; each is requested once in the life of a connector. */
export interface ParentPaths {
  /** Stores a page that was read anyway, to save a request. */
  remember(page: NotionPage): void;
  /** Titles of the parents, outermost first; the path ends where the integration has no access. */
  path(page: Pick<NotionPage, "parent">, signal: AbortSignal): Promise<readonly string[]>;
  /** The title of a page; undefined when the integration has no access. */
  title(pageId: string, signal: AbortSignal): Promise<string | undefined>;
}

/** Blocks count too: a page in a column of a toggle is four levels below its page. */
const MAX_LEVELS = 12;

export function createParentPaths(client: NotionClient): ParentPaths {
  const parents = createLoadOnce<ParentEntry>();
  const read = async (path: string, signal: AbortSignal): Promise<ParentEntry | undefined> => {
    const found = await client.readOptional(path, holderSchema, signal);
    if (!found) return undefined;
    const own = (found.title ?? []).map(({ plain_text }) => plain_text ?? "").join("");
    const isPage = path.startsWith("pages/");
    return {
      title: isPage ? titleOf(found.properties ?? {}) : own,
      parent: found.database_parent ?? found.parent,
    };
  };
  const get = (path: string, signal: AbortSignal) => parents.load(path, () => read(path, signal));
  return {
    remember: ({ id, properties, parent }) =>
      parents.set(`pages/${id}`, { title: titleOf(properties), parent }),
    path: async (page, signal) => {
      const names: string[] = [];
      let parentPath = pathOf(page.parent);
      for (let level = 0; parentPath !== undefined && level < MAX_LEVELS; level++) {
        const parentEntry: ParentEntry | undefined = await get(parentPath, signal);
        if (parentEntry?.title) names.unshift(parentEntry.title);
        parentPath = pathOf(parentEntry?.parent);
      }
      return names;
    },
    title: async (pageId, signal) => (await get(`pages/${pageId}`, signal))?.title || undefined,
  };
}

/** API path of a parent; undefined at the top of a workspace. */
function pathOf(parent: NotionParent): string | undefined {
  if (parent?.page_id) return `pages/${parent.page_id}`;
  if (parent?.data_source_id) return `data_sources/${parent.data_source_id}`;
  if (parent?.database_id) return `databases/${parent.database_id}`;
  return parent?.block_id ? `blocks/${parent.block_id}` : undefined;
}
