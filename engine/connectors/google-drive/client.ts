import * as z from "zod";
import { UnavailableError } from "../../errors/unavailable-error";
import type { Fetch } from "../../ports/fetch";
import { parseLeniently } from "../shared/parse/parse-leniently";
import { createGoogleFetch } from "../shared/vendors/google/create-google-fetch";
import { paginateGoogle } from "../shared/vendors/google/paginate-google";
import {
  about,
  COMMENT_FIELDS,
  changeList,
  commentList,
  type DriveChange,
  type DriveComment,
  type DriveFile,
  type DriveFolder,
  driveChange,
  driveComment,
  driveFolder,
  driveList,
  FILE_FIELDS,
  fileList,
  sharedDrive,
  startPageToken,
} from "./schema";

const BASE = "https://www.googleapis.com/drive/v3";

/** "user": files that the person owns, opened or was given, in whichever drive; "drive": one shared drive. */
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

export interface ChangePage extends Omit<z.infer<typeof changeList>, "changes"> {
  readonly changes: readonly DriveChange[];
}

export interface DriveClient {
  about(signal: AbortSignal): Promise<z.infer<typeof about>["user"]>;
  startToken(scope: DriveScope, signal: AbortSignal): Promise<string>;
  files(request: FilesRequest, signal: AbortSignal): Promise<z.infer<typeof fileList>>;
  changes(request: ChangesRequest, signal: AbortSignal): Promise<ChangePage>;
  /** Not validated, because a malformed file becomes a failure of its own. */
  file(id: string, signal: AbortSignal): Promise<unknown>;
  folder(id: string, signal: AbortSignal): Promise<DriveFolder>;
  /** Names of the shared drives by id. */
  drives(signal: AbortSignal): Promise<ReadonlyMap<string, string>>;
  exportAs(id: string, mimeType: string, signal: AbortSignal): Promise<Uint8Array>;
  /** A page of a file's comments. */
  comments(
    request: { readonly id: string; readonly page?: string | undefined },
    signal: AbortSignal,
  ): Promise<{
    readonly comments: readonly DriveComment[];
    readonly unread: number;
    readonly next?: string | undefined;
  }>;
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
    changes: async ({ page, pageSize, scope }, signal) => {
      const fields = `changes(changeType,fileId,removed,file(${FILE_FIELDS})),nextPageToken,newStartPageToken`;
      const query = { pageToken: page, pageSize, fields, includeRemoved: true, ...within(scope) };
      const list = await googleFetch.json({ url: `${BASE}/changes`, query }, changeList, signal);
      return { ...list, changes: list.changes.flatMap((change) => driveChange.safeParse(change).data ?? []) };
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
        for (const drive of drives) {
          const { data } = sharedDrive.safeParse(drive);
          if (data) names.set(data.id, data.name);
        }
      return names;
    },
    exportAs: async (id, mimeType, signal) => {
      const response = await googleFetch({ url: `${address(id)}/export`, query: { mimeType } }, signal);
      return new Uint8Array(await expectContent(response, mimeType).arrayBuffer());
    },
    comments: async ({ id, page }, signal) => {
      const fields = `comments(${COMMENT_FIELDS}),nextPageToken`;
      const query = { fields, pageSize: 100, pageToken: page };
      const list = await googleFetch.json({ url: `${address(id)}/comments`, query }, commentList, signal);
      const comments = list.comments.flatMap((comment) => parseLeniently(driveComment, comment).data ?? []);
      return { comments, unread: list.comments.length - comments.length, next: list.nextPageToken };
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

/** The person's own list and log include what is shared with them out of drives that they are no member of. */
function within(scope: DriveScope) {
  return {
    driveId: driveOf(scope),
    supportsAllDrives: true,
    includeItemsFromAllDrives: true,
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
