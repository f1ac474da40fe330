import type { NotionClient } from "./client";
import { titleOf } from "./properties";
import { holderSchema, type NotionPage, type NotionParent, pageSchema } from "./schema";

/** What holds pages; a block has no name of its own. */
interface ParentEntry {
  readonly title: string;
  readonly parent: NotionParent;
}

/** Where pages live: each holder is asked for once in a connector's life. */
export interface ParentPaths {
  /** Spares asking for a page that has come anyway. */
  remember(page: NotionPage): void;
  /** Names of what is above a page, outermost first; the path ends where the integration may not look. */
  path(page: NotionPage, signal: AbortSignal): Promise<readonly string[]>;
}

/** Blocks count, too: a page in a column of a toggle is four below its page. */
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

/** The call that tells about a parent; undefined at the top of a workspace. */
function pathOf(parent: NotionParent): string | undefined {
  if (parent?.page_id) return `pages/${parent.page_id}`;
  if (parent?.data_source_id) return `data_sources/${parent.data_source_id}`;
  if (parent?.database_id) return `databases/${parent.database_id}`;
  return parent?.block_id ? `blocks/${parent.block_id}` : undefined;
}
