import * as z from "zod";
import { UnavailableError } from "../../errors/unavailable-error";
import type { Fetch } from "../../ports/fetch";
import { createGoogleFetch } from "../shared/vendors/google/create-google-fetch";
import { paginateGoogle } from "../shared/vendors/google/paginate-google";
import {
  about,
  changeList,
  type DriveFile,
  type DriveFolder,
  driveFolder,
  driveList,
  FILE_FIELDS,
  fileList,
  startPageToken,
} from "./schema";

const BASE = "https://www.googleapis.com/drive/v3";

/** "user": files that the person owns or that are shared with them; "drive": one shared drive. */
export type DriveScope =
  | { readonly corpora: "user" | "allDrives" }
  | { readonly corpora: "drive"; readonly driveId: string };

export interface FilesRequest {
  readonly scope: DriveScope;
  /** In Drive's query language. */
  readonly q: string;
  readonly orderBy?: string;
  readonly pageSize: number;
  readonly page?: string | undefined;
  /** Of each file; the fields of the schema when absent. */
  readonly fields?: string;
}

export interface ChangesRequest {
  readonly scope: DriveScope;
  readonly page: string;
  readonly pageSize: number;
}

export interface DriveClient {
  about(signal: AbortSignal): Promise<z.infer<typeof about>["user"]>;
  startToken(scope: DriveScope, signal: AbortSignal): Promise<string>;
  files(request: FilesRequest, signal: AbortSignal): Promise<z.infer<typeof fileList>>;
  changes(request: ChangesRequest, signal: AbortSignal): Promise<z.infer<typeof changeList>>;
  /** Not validated, because a malformed file becomes a failure of its own. */
  file(id: string, signal: AbortSignal): Promise<unknown>;
  folder(id: string, signal: AbortSignal): Promise<DriveFolder>;
  /** Names of the shared drives by id. */
  drives(signal: AbortSignal): Promise<ReadonlyMap<string, string>>;
  exportAs(id: string, mimeType: string, signal: AbortSignal): Promise<string>;
  download(file: Pick<DriveFile, "id" | "mimeType">, signal: AbortSignal): Promise<Uint8Array>;
}

export function createDriveClient(api: Fetch): DriveClient {
  const googleFetch = createGoogleFetch(api, "Google Drive");
  const address = (id: string) => `${BASE}/files/${encodeURIComponent(id)}`;
  return {
    about: async (signal) =>
      (await googleFetch.json({ url: `${BASE}/about`, query: { fields: "user" } }, about, signal)).user,
    startToken: async (scope, signal) => {
      const query = { driveId: driveOf(scope), supportsAllDrives: true };
      const request = { url: `${BASE}/changes/startPageToken`, query };
      return (await googleFetch.json(request, startPageToken, signal)).startPageToken;
    },
    files: ({ q, orderBy, pageSize, page, fields = FILE_FIELDS, scope }, signal) => {
      const query = {
        ...{ q, orderBy, pageSize },
        pageToken: page,
        fields: `files(${fields}),nextPageToken,incompleteSearch`,
        ...within(scope),
        corpora: scope.corpora,
      };
      return googleFetch.json({ url: `${BASE}/files`, query }, fileList, signal);
    },
    changes: ({ page, pageSize, scope }, signal) => {
      const fields = `changes(changeType,fileId,removed,file(${FILE_FIELDS})),nextPageToken,newStartPageToken`;
      const query = { pageToken: page, pageSize, fields, includeRemoved: true, ...within(scope) };
      return googleFetch.json({ url: `${BASE}/changes`, query }, changeList, signal);
    },
    file: (id, signal) =>
      googleFetch.json(
        { url: address(id), query: { fields: FILE_FIELDS, supportsAllDrives: true } },
        z.unknown(),
        signal,
      ),
    folder: (id, signal) =>
      googleFetch.json(
        { url: address(id), query: { fields: "id,name,parents", supportsAllDrives: true } },
        driveFolder,
        signal,
      ),
    drives: async (signal) => {
      const names = new Map<string, string>();
      const list = (pageToken: string | undefined) =>
        googleFetch.json({ url: `${BASE}/drives`, query: { pageSize: 100, pageToken } }, driveList, signal);
      for await (const { drives } of paginateGoogle(list))
        for (const { id, name } of drives) names.set(id, name);
      return names;
    },
    exportAs: async (id, mimeType, signal) => {
      const response = await googleFetch({ url: `${address(id)}/export`, query: { mimeType } }, signal);
      return expectContent(response, mimeType).text();
    },
    download: async ({ id, mimeType }, signal) => {
      const response = await googleFetch(
        { url: address(id), query: { alt: "media", supportsAllDrives: true } },
        signal,
      );
      return new Uint8Array(await expectContent(response, mimeType).arrayBuffer());
    },
  };
}

/** The changes of a shared drive are in its own log, so the person's log excludes them. */
function within(scope: DriveScope) {
  return {
    driveId: driveOf(scope),
    supportsAllDrives: true,
    includeItemsFromAllDrives: scope.corpora !== "user",
  };
}

function driveOf(scope: DriveScope): string | undefined {
  return "driveId" in scope ? scope.driveId : undefined;
}

const ERROR_MEDIA_TYPES = ["text/html", "application/json"];

/** A page or an error in place of the file, as a proxy may send, must not be taken for its content. */
function expectContent(response: Response, mimeType: string): Response {
  const [type = ""] = (response.headers.get("content-type") ?? "").split(";");
  if (ERROR_MEDIA_TYPES.includes(type) && type !== mimeType) {
    throw new UnavailableError(
      `Cannot read a file of Google Drive: the answer is ${type} in place of ${mimeType}`,
    );
  }
  return response;
}
