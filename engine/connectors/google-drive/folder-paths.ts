import { hasCode } from "../../errors/error-code";
import { paginateGoogle } from "../shared/vendors/google/paginate-google";
import type { DriveClient, DriveScope } from "./client";
import { type DriveFolder, driveFolder } from "./schema";

export const FOLDER = "application/vnd.google-apps.folder";

/** A deeper path is a loop. */
const MAX_DEPTH = 100;

/** Names of a file's folders. Each folder is requested once in the life of a connector. */
export interface FolderPaths {
  /** Outermost first, without folders that are not visible to the person. */
  pathOf(
    file: { readonly parents?: readonly string[] | null | undefined },
    signal: AbortSignal,
  ): Promise<readonly string[]>;
  /** Stores the current state of a folder. */
  remember(folder: DriveFolder): void;
  /** Names of all loaded folders, of shared drives and of the person's root folder. */
  names(signal: AbortSignal): Promise<readonly string[]>;
  /** Loads all folders at once, which takes fewer requests than one by one. */
  loadAll(scope: DriveScope, signal: AbortSignal): Promise<void>;
}

type Found = DriveFolder | undefined;

export function createFolderPaths(
  client: DriveClient,
  /** Drive names the root folder of every shared drive "Drive". */
  driveNames: (signal: AbortSignal) => Promise<ReadonlyMap<string, string>>,
): FolderPaths {
  const folders = new Map<string, Promise<Found>>();
  const loaded = new Set<string>();

  function find(id: string, signal: AbortSignal): Promise<Found> {
    const found = folders.get(id) ?? fetchFolder(id, signal);
    folders.set(id, found);
    // A failed request is repeated for the next file.
    found.catch(() => folders.delete(id));
    return found;
  }

  async function fetchFolder(id: string, signal: AbortSignal): Promise<Found> {
    const name = (await driveNames(signal)).get(id);
    if (name !== undefined) return { id, name };
    try {
      return await client.folder(id, signal);
    } catch (thrown) {
      if (hasCode(thrown, "not-found")) return undefined;
      throw thrown;
    }
  }

  function remember(folder: DriveFolder): void {
    folders.set(folder.id, Promise.resolve(folder));
  }

  return {
    remember,
    names: async (signal) => {
      const own = await find("root", signal);
      const loaded = await Promise.all(folders.values());
      const all = [own, ...loaded].flatMap((folder) => (folder ? [folder.name] : []));
      return [...all, ...(await driveNames(signal)).values()];
    },
    pathOf: async (file, signal) => {
      const names: string[] = [];
      let [next] = file.parents ?? [];
      while (next !== undefined && names.length < MAX_DEPTH) {
        const folder = await find(next, signal);
        if (folder === undefined) break;
        names.unshift(folder.name);
        [next] = folder.parents ?? [];
      }
      return names;
    },
    loadAll: async (scope, signal) => {
      const key = JSON.stringify(scope);
      if (loaded.has(key)) return;
      const q = `mimeType = '${FOLDER}' and trashed = false`;
      const request = { scope, q, pageSize: 1_000, fields: "id,name,parents" };
      for await (const { files } of paginateGoogle((page) => client.files({ ...request, page }, signal))) {
        for (const file of files) {
          const folder = driveFolder.safeParse(file);
          if (folder.success) remember(folder.data);
        }
      }
      loaded.add(key);
    },
  };
}
