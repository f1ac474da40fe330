import type { Clock } from "../../ports/clock";
import type { Connector, ConnectorContext } from "../connector";
import { createDeltaConnector } from "../shared/pull/delta/create-delta-connector";
import type { DeltaEntry } from "../shared/pull/delta/delta-entry";
import type { DriveClient, DriveScope } from "./client";
import { deliverFiles } from "./deliver-files";
import type { DriveFilter } from "./filter";
import type { FolderPaths } from "./folder-paths";
import { buildChildrenQuery, buildFilesQuery } from "./queries";
import type { DriveChange } from "./schema";
import type { LocatedFile } from "./to-document";
import { type ParsedFiles, type PlaceOf, toEntries } from "./to-entries";

const FILES_PER_PAGE = 50;
const CHANGES_PER_PAGE = 100;

export interface StreamDeps {
  readonly scope: DriveScope;
  readonly client: DriveClient;
  readonly clock: Clock;
  readonly known: ConnectorContext["known"];
  readonly paths: FolderPaths;
  readonly filter: DriveFilter;
  placeOf(signal: AbortSignal): Promise<PlaceOf>;
  findGone(signal: AbortSignal): Promise<readonly string[]>;
}

/** Follows one change log: the person's, or that of a shared drive. */
export function openStream(deps: StreamDeps): Pick<Connector, "pull"> {
  const { scope, client, clock, known, paths, filter, findGone } = deps;
  const toFileEntries = async (files: readonly unknown[], signal: AbortSignal) =>
    toEntries(files, { paths, filter, placeOf: await deps.placeOf(signal), signal });
  return createDeltaConnector<LocatedFile>({
    ...{ clock, known, findGone },
    newestFirst: true,
    floor: filter.since,
    start: (signal) => client.startToken(scope, signal),
    list: async ({ part, page }, signal) => {
      if (part === undefined) await paths.loadAll(scope, signal);
      const q = part === undefined ? buildFilesQuery(filter) : buildChildrenQuery(part);
      const request = { ...{ scope, q, page }, orderBy: "modifiedTime desc", pageSize: FILES_PER_PAGE };
      const { files, nextPageToken } = await client.files(request, signal);
      const { entries, folders } = await toFileEntries(files, signal);
      return { entries, parts: folders, ...(nextPageToken !== undefined && { next: nextPageToken }) };
    },
    changes: async ({ token, page = token }, signal) => {
      const list = await client.changes({ scope, page, pageSize: CHANGES_PER_PAGE }, signal);
      const parsed = await Promise.all(
        list.changes.map((change) => toChangeEntries(change, (file) => toFileEntries([file], signal))),
      );
      return {
        entries: parsed.flatMap(({ entries }) => entries),
        parts: parsed.flatMap(({ folders }) => folders),
        ...(list.nextPageToken !== undefined && { next: list.nextPageToken }),
        ...(list.newStartPageToken !== undefined && { token: list.newStartPageToken }),
      };
    },
    deliver: (files, signal) => deliverFiles(files, { client, signal }),
  });
}

async function toChangeEntries(
  { changeType, fileId, removed, file }: DriveChange,
  toFileEntries: (file: unknown) => Promise<ParsedFiles>,
): Promise<ParsedFiles> {
  if ((changeType ?? "file") !== "file" || !fileId) return { entries: [], folders: [] };
  const gone: DeltaEntry<LocatedFile> = { kind: "gone", id: fileId };
  return removed ? { entries: [gone], folders: [] } : toFileEntries(file ?? { id: fileId });
}
