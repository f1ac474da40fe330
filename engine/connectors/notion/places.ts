import type { NotionClient } from "./client";
import { titleOf } from "./properties";
import { holderSchema, type NotionPage, type NotionParent, pageSchema } from "./schema";

/** What holds pages; a block has no name of its own. */
interface Place {
  readonly title: string;
  readonly parent: NotionParent;
}

/** Where pages live: each holder is asked for once in a connector's life. */
export interface Places {
  /** Spares asking for a page that has come anyway. */
  note(page: NotionPage): void;
  /** Names of what is above a page, outermost first; the path ends where the integration may not look. */
  path(page: NotionPage, signal: AbortSignal): Promise<readonly string[]>;
}

/** Blocks count, too: a page in a column of a toggle is four below its page. */
const MOST_LEVELS = 12;

export function createPlaces(client: NotionClient): Places {
  const places = new Map<string, Place | undefined>();
  const read = async (path: string, signal: AbortSignal): Promise<Place | undefined> => {
    if (path.startsWith("pages/")) {
      const page = await client.read(path, pageSchema, signal);
      return page && { title: titleOf(page.properties), parent: page.parent };
    }
    const holder = await client.read(path, holderSchema, signal);
    const title = (holder?.title ?? []).map(({ plain_text }) => plain_text ?? "").join("");
    return holder && { title, parent: holder.database_parent ?? holder.parent };
  };
  return {
    note: ({ id, properties, parent }) => places.set(`pages/${id}`, { title: titleOf(properties), parent }),
    path: async (page, signal) => {
      const names: string[] = [];
      let above = pathOf(page.parent);
      for (let level = 0; above !== undefined && level < MOST_LEVELS; level++) {
        if (!places.has(above)) places.set(above, await read(above, signal));
        const place = places.get(above);
        if (place?.title) names.unshift(place.title);
        above = pathOf(place?.parent);
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
