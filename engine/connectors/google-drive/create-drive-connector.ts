import { hasCode } from "../../errors/error-code";
import { ReadItemError } from "../../errors/read-item-error";
import type { ItemsPage } from "../../model/pull-page";
import { once } from "../../util/once";
import type { Connector, ConnectorContext } from "../connector";
import { checkOnFirstPull } from "../shared/pull/check-on-first-pull";
import { type DeltaEntry, deliverEntries } from "../shared/pull/delta/delta-entry";
import { createStreamsConnector } from "../shared/pull/streams/create-streams-connector";
import { assertNamesExist } from "../shared/settings/assert-names-exist";
import { paginateGoogle } from "../shared/vendors/google/paginate-google";
import { createDriveClient, type DriveClient, type DriveScope } from "./client";
import { deliverFiles } from "./deliver-files";
import { type DriveFilter, readFilter } from "./filter";
import { createFolderPaths, type FolderPaths } from "./folder-paths";
import { openStream } from "./open-stream";
import { buildFilesQuery, buildSearchQuery } from "./queries";
import { namedFile } from "./schema";
import type { LocatedFile } from "./to-document";
import { type PlaceOf, toEntries } from "./to-entries";

/** The stream of the person's own and shared files; the other streams are shared drives, by id. */
const OWN_STREAM = "own";

const IDS_PER_PAGE = 1_000;
const FOLDER_SETTING = { what: "folder", from: "Google Drive", setting: "Folders" };

/** Creates a connector that follows the change log of the person and of each shared drive. */
export function createDriveConnector({ source, api, clock, known, withPrefix }: ConnectorContext): Connector {
  const client = createDriveClient(api);
  const filter = readFilter(source.settings);
  const sharedDrives = source.settings.sharedDrives !== false;
  const driveNames = once((signal: AbortSignal) => client.drives(signal));
  const paths = createFolderPaths(client, driveNames);
  // What is in a drive that the person is a member of is read in its stream; the rest of what they see in theirs.
  const placeIn = async (stream: string | undefined, signal: AbortSignal): Promise<PlaceOf> => {
    const drives = await driveNames(signal);
    return ({ driveId }) => {
      if (!driveId || !drives.has(driveId)) return "here";
      if (!sharedDrives) return "nowhere";
      return stream === OWN_STREAM ? "elsewhere" : "here";
    };
  };
  const listDeps: ListDeps = { client, filter, paths, placeIn };
  const streams = async (signal: AbortSignal) => [
    OWN_STREAM,
    ...(sharedDrives ? (await driveNames(signal)).keys() : []),
  ];
  const listIds = async (signal: AbortSignal) => {
    const lists = (await streams(signal)).map((id) => listStream(id, listDeps, signal));
    return (await Promise.all(lists)).flat();
  };
  const findGone = async (signal: AbortSignal) => {
    const live = new Set(await listIds(signal));
    return (await withPrefix("")).filter((id) => !live.has(id));
  };
  const open = (id: string) =>
    openStream({
      ...{ client, clock, known, filter, paths, findGone, scope: scopeOf(id) },
      placeOf: (signal) => placeIn(id, signal),
    });
  const streamsConnector = createStreamsConnector({
    ...{ clock, list: streams, open },
    findGone: (_, signal) => findGone(signal),
  });
  return {
    ...checkOnFirstPull(streamsConnector, async (signal) => {
      if (filter.folders.length === 0) return;
      await Promise.all((await streams(signal)).map((id) => paths.loadAll(scopeOf(id), signal)));
      assertNamesExist(filter.folders, await paths.names(signal), FOLDER_SETTING);
    }),
    listIds,
    fetchItems: (itemIds, signal) => fetchItems(itemIds, listDeps, signal),
    search: async (query, signal) => {
      const scope: DriveScope = { corpora: sharedDrives ? "allDrives" : "user" };
      const request = { scope, q: buildSearchQuery(query, filter), pageSize: query.limit };
      const { files } = await client.files(request, signal);
      const placeOf = await placeIn(undefined, signal);
      const { entries } = await toEntries(files, { ...listDeps, placeOf, signal });
      const items = entries.flatMap((entry) => (entry.kind === "item" ? [entry.item] : []));
      return (await deliverFiles(items, { client, signal })).documents;
    },
  };
}

function scopeOf(stream: string): DriveScope {
  return stream === OWN_STREAM ? { corpora: "user" } : { corpora: "drive", driveId: stream };
}

interface ListDeps {
  readonly client: DriveClient;
  readonly filter: DriveFilter;
  readonly paths: FolderPaths;
  /** Of the files of a stream; of any files where it is undefined. */
  placeIn(stream: string | undefined, signal: AbortSignal): Promise<PlaceOf>;
}

/** Ids of every wanted file. Rejects with ReadItemError when Drive reports an incomplete list. */
async function listStream(stream: string, deps: ListDeps, signal: AbortSignal): Promise<readonly string[]> {
  const { client, filter, paths } = deps;
  const scope = scopeOf(stream);
  const placeOf = await deps.placeIn(stream, signal);
  const byFolder = filter.folders.length > 0;
  if (byFolder) await paths.loadAll(scope, signal);
  const ids: string[] = [];
  const request = {
    scope,
    q: buildFilesQuery(filter),
    pageSize: IDS_PER_PAGE,
    ...(!byFolder && { fields: "id,driveId" }),
  };
  for await (const { files, incompleteSearch } of paginateGoogle((page) =>
    client.files({ ...request, page }, signal),
  )) {
    if (incompleteSearch) throw new ReadItemError("Cannot list Google Drive: its list is not complete");
    ids.push(
      ...(byFolder
        ? await wantedIds(files, { ...deps, placeOf }, signal)
        : files.flatMap((file) => idOf(file, placeOf))),
    );
  }
  return ids;
}

function idOf(file: unknown, placeOf: PlaceOf): readonly string[] {
  const { data: named } = namedFile.safeParse(file);
  return named && placeOf(named) === "here" ? [named.id] : [];
}

async function wantedIds(
  files: readonly unknown[],
  deps: ListDeps & { readonly placeOf: PlaceOf },
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { entries } = await toEntries(files, { ...deps, signal });
  return entries.flatMap(({ kind, id }) => (kind === "gone" ? [] : [id]));
}

/**
 * Of many large files only the first are delivered, to limit the memory; the others are listed as missing and fetched
 * later.
 */
async function fetchItems(
  itemIds: readonly string[],
  deps: ListDeps,
  signal: AbortSignal,
): Promise<ItemsPage> {
  const entries = await Promise.all(itemIds.map((id) => fetchEntry(id, deps, signal)));
  const { documents, deletions, failures } = await deliverEntries(entries, {
    known: new Map(itemIds.map((id) => [id, { version: "" }])),
    deliver: (items) => deliverFiles(items, { client: deps.client, signal }),
    signal,
  });
  return { documents, deletions, failures };
}

async function fetchEntry(id: string, deps: ListDeps, signal: AbortSignal): Promise<DeltaEntry<LocatedFile>> {
  const gone = { kind: "gone", id } as const;
  try {
    const file = await deps.client.file(id, signal);
    const placeOf = await deps.placeIn(undefined, signal);
    const { entries } = await toEntries([file], { ...deps, placeOf, signal });
    return entries[0] ?? gone;
  } catch (thrown) {
    if (hasCode(thrown, "not-found")) return gone;
    throw thrown;
  }
}
