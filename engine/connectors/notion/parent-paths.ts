import type { NotionClient } from "./client";
import { titleOf } from "./properties";
import { holderSchema, type NotionPage, type NotionParent, pageSchema } from "./schema";

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
  path(page: NotionPage, signal: AbortSignal): Promise<readonly string[]>;
}

/** Blocks count too: a page in a column of a toggle is four levels below its page. */
const MAX_LEVELS = 12;

export function createParentPaths(client: NotionClient): ParentPaths {
  const parents = new Map<string, ParentEntry | undefined>();
  const read = async (path: string, signal: AbortSignal): Promise<ParentEntry | undefined> => {
    if (path.startsWith("pages/")) {
      const page = await client.read(path, pageSchema, signal);
      return page && { title: titleOf(page.properties), parent: page.parent };
    }
    const container = await client.read(path, holderSchema, signal);
    const title = (container?.title ?? []).map(({ plain_text }) => plain_text ?? "").join("");
    return container && { title, parent: container.database_parent ?? container.parent };
  };
  return {
    remember: ({ id, properties, parent }) =>
      parents.set(`pages/${id}`, { title: titleOf(properties), parent }),
    path: async (page, signal) => {
      const names: string[] = [];
      let parentPath = pathOf(page.parent);
      for (let level = 0; parentPath !== undefined && level < MAX_LEVELS; level++) {
        if (!parents.has(parentPath)) parents.set(parentPath, await read(parentPath, signal));
        const parentEntry = parents.get(parentPath);
        if (parentEntry?.title) names.unshift(parentEntry.title);
        parentPath = pathOf(parentEntry?.parent);
      }
      return names;
    },
  };
}

/** API path of a parent; undefined at the top of a workspace. */
function pathOf(parent: NotionParent): string | undefined {
  if (parent?.page_id) return `pages/${parent.page_id}`;
  if (parent?.data_source_id) return `data_sources/${parent.data_source_id}`;
  if (parent?.database_id) return `databases/${parent.database_id}`;
  return parent?.block_id ? `blocks/${parent.block_id}` : undefined;
}
