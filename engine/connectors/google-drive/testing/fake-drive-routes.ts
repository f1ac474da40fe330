import type { drive_v3 } from "@googleapis/drive";
import {
  createErrorReply,
  createInvalidReply,
  createNotFoundReply,
  type FakeGoogleTokens,
  pickFields,
} from "../../shared/vendors/google/testing/google-replies";
import type { FakeDriveState, StoredFile } from "./fake-drive-state";

interface FakeDriveOptions {
  readonly user: drive_v3.Schema$User;
  /** Maximum number of items in a page. */
  readonly pageSize: number;
}

type RouteHandler = (url: URL) => Response;

/** Handles requests to the Drive API, version 3. */
export function createFakeDriveRoutes(
  state: FakeDriveState,
  tokens: FakeGoogleTokens,
  options: FakeDriveOptions,
): RouteHandler {
  const sizeOf = (url: URL) => Math.min(Number(url.searchParams.get("pageSize") ?? 100), options.pageSize);
  const routes: Readonly<Record<string, RouteHandler>> = {
    "/about": () => Response.json({ user: options.user } satisfies drive_v3.Schema$About),
    "/drives": () => Response.json({ drives: state.drives } satisfies drive_v3.Schema$DriveList),
    "/files": (url) => listFiles(url, sizeOf(url), { state, tokens }),
    "/changes": (url) => listChanges(url, sizeOf(url), { state, tokens }),
    "/changes/startPageToken": () => {
      const startPageToken = tokens.encode(String(state.log.length));
      return Response.json({ startPageToken } satisfies drive_v3.Schema$StartPageToken);
    },
  };
  return (url) => {
    const path = url.pathname.replace(/^\/drive\/v3/, "");
    return routes[path]?.(url) ?? getFile(state, { path, url });
  };
}

function getFile(
  state: FakeDriveState,
  { path, url }: { readonly path: string; readonly url: URL },
): Response {
  const [, id = "", action] = /^\/files\/([^/]+)(\/export|\/comments)?$/.exec(path) ?? [];
  const stored = state.find(decodeURIComponent(id));
  if (!stored) return createNotFoundReply(`File not found: ${id}.`);
  if (action === "/comments") return listComments(state, stored, url);
  if (action) return exportFile(stored, url);
  if (url.searchParams.get("alt") === "media") return download(stored);
  return Response.json(pickFields(state.toJson(stored), url.searchParams.get("fields")));
}

interface RouteDeps {
  readonly state: FakeDriveState;
  readonly tokens: FakeGoogleTokens;
}

function listFiles(url: URL, size: number, { state, tokens }: RouteDeps): Response {
  const { searchParams } = url;
  const q = searchParams.get("q") ?? "";
  if (q.includes("fullText") && searchParams.has("orderBy")) {
    return createErrorReply({
      status: 403,
      reason: "forbidden",
      message: "Sorting is not supported for queries with fullText terms.",
    });
  }
  const terms = q.split(" and ").map(readTerm);
  if (terms.includes(undefined)) return createInvalidReply();
  const found = state
    .files()
    .filter(({ file }) => isInScope(file, url))
    .filter((stored) => terms.every((term) => term?.(stored)));
  const page = tokens.page(found, { token: searchParams.get("pageToken"), size });
  if (!page) return createInvalidReply("Invalid Value: pageToken");
  return Response.json({
    kind: "drive#fileList",
    incompleteSearch: false,
    files: page.items.map((stored) => pickFields(state.toJson(stored), searchParams.get("fields"), "files")),
    ...(page.next !== undefined && { nextPageToken: page.next }),
  } satisfies drive_v3.Schema$FileList);
}

/** The person's own corpus also has what they opened in shared drives, and what is shared with them out of others. */
function isInScope({ driveId }: drive_v3.Schema$File, { searchParams }: URL): boolean {
  const shared = searchParams.get("includeItemsFromAllDrives") === "true";
  if (searchParams.get("corpora") === "drive") return shared && driveId === searchParams.get("driveId");
  return driveId === undefined || shared;
}

type Term = (stored: StoredFile) => boolean;

const TERMS: readonly (readonly [RegExp, (value: string) => Term])[] = [
  [
    /^trashed = (false)$/,
    () =>
      ({ file }) =>
        file.trashed !== true,
  ],
  [
    /^mimeType != '(.*)'$/,
    (type) =>
      ({ file }) =>
        file.mimeType !== type,
  ],
  [
    /^mimeType = '(.*)'$/,
    (type) =>
      ({ file }) =>
        file.mimeType === type,
  ],
  [
    /^'(.*)' in parents$/,
    (id) =>
      ({ file }) =>
        file.parents?.includes(id) === true,
  ],
  [
    /^modifiedTime >= '(.*)'$/,
    (time) =>
      ({ file }) =>
        (file.modifiedTime ?? "") >= time,
  ],
  [
    /^modifiedTime < '(.*)'$/,
    (time) =>
      ({ file }) =>
        (file.modifiedTime ?? "") < time,
  ],
  [/^fullText contains '(.*)'$/, (words) => (stored) => textOf(stored).includes(words.toLowerCase())],
];

function readTerm(term: string): Term | undefined {
  for (const [pattern, make] of TERMS) {
    const value = pattern.exec(term)?.[1];
    if (value !== undefined) return make(value.replace(/\\(.)/g, "$1"));
  }
  return undefined;
}

function textOf({ file, content }: StoredFile): string {
  return `${file.name} ${typeof content === "string" ? content : ""}`.toLowerCase();
}

/** Only the last change of each file, in the person's log, and in that of its shared drive. */
function listChanges(url: URL, size: number, { state, tokens }: RouteDeps): Response {
  const { searchParams } = url;
  const place = tokens.decode(searchParams.get("pageToken") ?? "");
  if (place === undefined) return createInvalidReply("Invalid Value: pageToken");
  const driveId = searchParams.get("driveId") ?? undefined;
  const isAll = driveId === undefined && searchParams.get("includeItemsFromAllDrives") === "true";
  const lastOf = new Map(state.log.map(({ fileId }, at) => [fileId, at]));
  const latest = state.log
    .map((change, at) => ({ ...change, at }))
    .filter(
      ({ at, fileId, driveId: of }) =>
        at >= Number(place) && lastOf.get(fileId) === at && (isAll || of === driveId),
    );
  const shown = latest.slice(0, size);
  const next = latest[size]?.at;
  return Response.json({
    kind: "drive#changeList",
    changes: shown.map(({ fileId }) => {
      const stored = state.find(fileId);
      const named = { kind: "drive#change", changeType: "file", fileId, removed: stored === undefined };
      return stored
        ? { ...named, file: pickFields(state.toJson(stored), searchParams.get("fields"), "file") }
        : named;
    }),
    ...(next === undefined
      ? { newStartPageToken: tokens.encode(String(state.log.length)) }
      : { nextPageToken: tokens.encode(String(next)) }),
  } satisfies drive_v3.Schema$ChangeList);
}

function exportFile({ file, content }: StoredFile, { searchParams }: URL): Response {
  const mimeType = searchParams.get("mimeType") ?? "";
  // Plain text is the smallest format.
  if (file.size === "huge" || (file.size === "large" && !["text/plain", "text/csv"].includes(mimeType))) {
    return createErrorReply({
      status: 403,
      reason: "exportSizeLimitExceeded",
      message: "This file is too large to be exported.",
    });
  }
  const type = searchParams.get("mimeType") ?? "";
  return new Response(bodyOf(content), { headers: { "Content-Type": `${type}; charset=UTF-8` } });
}

function download({ file, content }: StoredFile): Response {
  if (file.capabilities?.canDownload === false) {
    const message = "This file cannot be downloaded by the user.";
    return createErrorReply({ status: 403, reason: "cannotDownloadFile", message });
  }
  return new Response(bodyOf(content), { headers: { "Content-Type": file.mimeType ?? "" } });
}

function bodyOf(content: string | Uint8Array): string | Uint8Array<ArrayBuffer> {
  return typeof content === "string" ? content : new Uint8Array(content);
}

function listComments(state: FakeDriveState, { file }: StoredFile, { searchParams }: URL): Response {
  if (!searchParams.has("fields"))
    return createInvalidReply("The 'fields' parameter is required for this method.");
  const comments = state.comments.get(file.id) ?? [];
  const from = Number(searchParams.get("pageToken") ?? 0);
  const size = Number(searchParams.get("pageSize") ?? 20);
  const next = from + size < comments.length ? { nextPageToken: String(from + size) } : {};
  return Response.json({
    kind: "drive#commentList",
    comments: comments.slice(from, from + size),
    ...next,
  } satisfies drive_v3.Schema$CommentList);
}
