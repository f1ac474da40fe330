import { hasCode } from "../../errors/error-code";
import { ReadItemError } from "../../errors/read-item-error";
import type { ItemsPage } from "../../model/pull-page";
import { checkFirst } from "../api/check-first";
import { expectNames } from "../api/expect-names";
import { once } from "../api/once";
import type { Connector, ConnectorContext } from "../connector";
import { type DeltaEntry, deliverEntries } from "../delta/delta-entry";
import { googlePages } from "../google/google-pages";
import { createStreamsConnector } from "../streams/create-streams-connector";
import type { DriveClient, DriveScope } from "./client";
import { deliverFiles } from "./deliver-files";
import { createFolderPaths, type FolderPaths } from "./folder-paths";
import { openStream } from "./open-stream";
import { filesQuery, searchQuery } from "./queries";
import { namedFile } from "./schema";
import type { PlacedFile } from "./to-document";
import { type Narrowing, toEntries } from "./to-entries";

export interface DriveOptions extends Pick<ConnectorContext, "clock" | "known" | "withPrefix"> {
  readonly client: DriveClient;
  /** Whether shared drives are read as well. */
  readonly sharedDrives: boolean;
  readonly narrowing: Narrowing;
}

/** The stream of the person's own files and those shared with them; the others are shared drives, by id. */
const OWN = "own";

const IDS_PAGE = 1_000;
const NAMED = { what: "folder", from: "Google Drive", setting: "Folders" };

/** Drive keeps a log of changes for each person and one for each shared drive; all of them are followed. */
export function createDriveConnector(options: DriveOptions): Connector {
  const { clock, client, withPrefix, narrowing } = options;
  const driveNames = once(async (signal) =>
    options.sharedDrives ? client.drives(signal) : new Map<string, string>(),
  );
  const paths = createFolderPaths(client, driveNames);
  const reading: Reading = { client, narrowing, paths };
  const streams = async (signal: AbortSignal) => [OWN, ...(await driveNames(signal)).keys()];
  const listIds = async (signal: AbortSignal) => {
    const lists = (await streams(signal)).map((id) => listScope(scopeOf(id), reading, signal));
    return (await Promise.all(lists)).flat();
  };
  const findGone = async (signal: AbortSignal) => {
    const live = new Set(await listIds(signal));
    return (await withPrefix("")).filter((id) => !live.has(id));
  };
  const open = (id: string) => openStream({ ...options, scope: scopeOf(id), paths, findGone });
  const pulled = createStreamsConnector({
    ...{ clock, list: streams, open },
    findGone: (_, signal) => findGone(signal),
  });
  return {
    ...checkFirst(pulled, async (signal) => {
      if (narrowing.folders.length === 0) return;
      await Promise.all((await streams(signal)).map((id) => paths.loadAll(scopeOf(id), signal)));
      expectNames(narrowing.folders, await paths.names(signal), NAMED);
    }),
    listIds,
    fetchItems: (itemIds, signal) => fetchItems(itemIds, reading, signal),
    search: async (query, signal) => {
      const scope: DriveScope = { corpora: options.sharedDrives ? "allDrives" : "user" };
      const request = { scope, q: searchQuery(query, narrowing), pageSize: query.limit };
      const { files } = await client.files(request, signal);
      const { entries } = await toEntries(files, { ...reading, signal });
      const items = entries.flatMap((entry) => (entry.kind === "item" ? [entry.item] : []));
      return (await deliverFiles(items, { client, signal })).documents;
    },
  };
}

function scopeOf(stream: string): DriveScope {
  return stream === OWN ? { corpora: "user" } : { corpora: "drive", driveId: stream };
}

interface Reading {
  readonly client: DriveClient;
  readonly narrowing: Narrowing;
  readonly paths: FolderPaths;
}

/** Ids of every wanted file. ReadItemError when Drive says that its list may lack some. */
async function listScope(
  scope: DriveScope,
  reading: Reading,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { client, narrowing, paths } = reading;
  const byFolder = narrowing.folders.length > 0;
  if (byFolder) await paths.loadAll(scope, signal);
  const ids: string[] = [];
  const request = { scope, q: filesQuery(narrowing), pageSize: IDS_PAGE, ...(!byFolder && { fields: "id" }) };
  for await (const { files, incompleteSearch } of googlePages((page) =>
    client.files({ ...request, page }, signal),
  )) {
    if (incompleteSearch) throw new ReadItemError("Cannot list Google Drive: its list is not complete");
    ids.push(...(byFolder ? await wantedIds(files, reading, signal) : files.flatMap(idOf)));
  }
  return ids;
}

function idOf(file: unknown): readonly string[] {
  const named = namedFile.safeParse(file);
  return named.success ? [named.data.id] : [];
}

async function wantedIds(
  files: readonly unknown[],
  reading: Reading,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const { entries } = await toEntries(files, { ...reading, signal });
  return entries.flatMap(({ kind, id }) => (kind === "gone" ? [] : [id]));
}

/** Of many large files only the first, so as not to fill the memory; the others are missed again and asked for later. */
async function fetchItems(
  itemIds: readonly string[],
  reading: Reading,
  signal: AbortSignal,
): Promise<ItemsPage> {
  const entries = await Promise.all(itemIds.map((id) => fetchEntry(id, reading, signal)));
  const { documents, deletions, failures } = await deliverEntries(entries, {
    known: new Map(itemIds.map((id) => [id, { version: "" }])),
    deliver: (items) => deliverFiles(items, { client: reading.client, signal }),
    signal,
  });
  return { documents, deletions, failures };
}

async function fetchEntry(
  id: string,
  reading: Reading,
  signal: AbortSignal,
): Promise<DeltaEntry<PlacedFile>> {
  const gone = { kind: "gone", id } as const;
  try {
    const file = await reading.client.file(id, signal);
    const { entries } = await toEntries([file], { ...reading, signal });
    return entries[0] ?? gone;
  } catch (thrown) {
    if (hasCode(thrown, "not-found")) return gone;
    throw thrown;
  }
}
