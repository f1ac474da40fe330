import type { Clock } from "../../ports/clock";
import type { Connector, ConnectorContext } from "../connector";
import { createDeltaConnector } from "../delta/create-delta-connector";
import type { DeltaEntry } from "../delta/delta-entry";
import type { DriveClient, DriveScope } from "./client";
import { deliverFiles } from "./deliver-files";
import type { FolderPaths } from "./folder-paths";
import { childrenQuery, filesQuery } from "./queries";
import type { DriveChange } from "./schema";
import type { PlacedFile } from "./to-document";
import { type Narrowing, type Told, toEntries } from "./to-entries";

const LIST_PAGE = 50;
const CHANGES_PAGE = 100;

export interface StreamOptions {
  readonly scope: DriveScope;
  readonly client: DriveClient;
  readonly clock: Clock;
  readonly known: ConnectorContext["known"];
  readonly paths: FolderPaths;
  readonly narrowing: Narrowing;
  findGone(signal: AbortSignal): Promise<readonly string[]>;
}

/** One log of changes: the person's, or that of a shared drive. */
export function openStream(options: StreamOptions): Pick<Connector, "pull"> {
  const { scope, client, clock, known, paths, narrowing, findGone } = options;
  const tell = (files: readonly unknown[], signal: AbortSignal) =>
    toEntries(files, { paths, narrowing, signal });
  return createDeltaConnector<PlacedFile>({
    ...{ clock, known, findGone },
    newestFirst: true,
    floor: narrowing.since,
    start: (signal) => client.startToken(scope, signal),
    list: async ({ part, page }, signal) => {
      if (part === undefined) await paths.loadAll(scope, signal);
      const q = part === undefined ? filesQuery(narrowing) : childrenQuery(part);
      const request = { ...{ scope, q, page }, orderBy: "modifiedTime desc", pageSize: LIST_PAGE };
      const { files, nextPageToken } = await client.files(request, signal);
      const { entries, folders } = await tell(files, signal);
      return { entries, parts: folders, ...(nextPageToken !== undefined && { next: nextPageToken }) };
    },
    changes: async ({ token, page = token }, signal) => {
      const list = await client.changes({ scope, page, pageSize: CHANGES_PAGE }, signal);
      const told = await Promise.all(
        list.changes.map((change) => tellChange(change, (file) => tell([file], signal))),
      );
      return {
        entries: told.flatMap(({ entries }) => entries),
        parts: told.flatMap(({ folders }) => folders),
        ...(list.nextPageToken !== undefined && { next: list.nextPageToken }),
        ...(list.newStartPageToken !== undefined && { token: list.newStartPageToken }),
      };
    },
    deliver: (files, signal) => deliverFiles(files, { client, signal }),
  });
}

async function tellChange(
  { changeType = "file", fileId, removed, file }: DriveChange,
  tell: (file: unknown) => Promise<Told>,
): Promise<Told> {
  if (changeType !== "file" || fileId === undefined) return { entries: [], folders: [] };
  const gone: DeltaEntry<PlacedFile> = { kind: "gone", id: fileId };
  return removed ? { entries: [gone], folders: [] } : tell(file);
}
