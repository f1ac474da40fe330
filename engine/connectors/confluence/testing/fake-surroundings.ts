import type {
  FakeAttachment,
  FakeComment,
  FakeConfluencePage,
  FakeConfluencePageStore,
} from "./fake-confluence-page-store";
import { PEOPLE, toCloudPageJson, toLabels } from "./to-page-json";

export interface SurroundingsState {
  readonly pageStore: FakeConfluencePageStore;
  readonly pageSize: number;
  /** The status of every reply about comments and attachments; absent when the token may read them. */
  hiddenStatus?: number;
}

interface PlacedComment extends FakeComment {
  readonly page: FakeConfluencePage;
  /** The comment that it replies to. */
  readonly above?: FakeComment;
}

function commentsOf(page: FakeConfluencePage): readonly PlacedComment[] {
  return (page.comments ?? []).flatMap((comment) => [
    { ...comment, page },
    ...(comment.replies ?? []).map((reply) => ({ ...reply, page, above: comment })),
  ]);
}

function isInline({ selection, above }: PlacedComment): boolean {
  return (above ?? { selection }).selection !== undefined;
}

const newestFirst = (a: FakeComment, b: FakeComment) => b.at - a.at;

/** Version 2: what is around a page, and the comments of the whole site; undefined for another path. */
export function answerCloudSurroundings(
  state: SurroundingsState,
  path: string,
  query: URLSearchParams,
): Response | undefined {
  const [, kind, id, what] =
    /^\/wiki\/api\/v2\/(pages|blogposts)\/(\d+)(?:\/(attachments|footer-comments|inline-comments))?$/.exec(
      path,
    ) ?? [];
  const [, thread, commentId] =
    /^\/wiki\/api\/v2\/(footer|inline)-comments(?:\/(\d+)\/children)?$/.exec(path) ?? [];
  const visible = state.pageStore.visible();
  const send = (all: readonly object[]) => sendPage(state, all, { path, query });
  if (kind !== undefined && what === undefined) return sendPageWithLabels(visible, id);
  if (kind === undefined && thread === undefined) return undefined;
  if (state.hiddenStatus !== undefined) return refusal(state.hiddenStatus);
  if (kind !== undefined) {
    const page = visible.find((each) => String(each.id) === id);
    if (!page) return notFound();
    if (what === "attachments")
      return send((page.attachments ?? []).map((file) => toCloudAttachment(page, file)));
    const roots = commentsOf(page).filter(({ above }) => above === undefined);
    return send(
      roots.filter((comment) => isInline(comment) === (what === "inline-comments")).map(toCloudComment),
    );
  }
  const all = visible.flatMap(commentsOf).filter((comment) => isInline(comment) === (thread === "inline"));
  const wanted =
    commentId === undefined
      ? [...all].sort(newestFirst)
      : all.filter(({ above }) => String(above?.id) === commentId);
  return send(wanted.map(toCloudComment));
}

function sendPageWithLabels(pages: readonly FakeConfluencePage[], id: string | undefined): Response {
  const page = pages.find((each) => String(each.id) === id);
  if (!page) return notFound();
  const labels = { results: toLabels(page), meta: { hasMore: false }, _links: {} };
  return Response.json({ ...toCloudPageJson(page, { complete: true, withBody: false }), labels });
}

function sendPage(
  { pageSize }: SurroundingsState,
  all: readonly object[],
  { path, query }: { readonly path: string; readonly query: URLSearchParams },
): Response {
  const start = Number(query.get("cursor") ?? 0);
  const end = start + Math.min(pageSize, Number(query.get("limit") ?? 25));
  const next = new URLSearchParams(query);
  next.set("cursor", String(end));
  return Response.json({
    results: all.slice(start, end),
    _links: { ...(end < all.length && { next: `${path}?${next}` }), base: "https://acme.atlassian.net/wiki" },
  });
}

function toCloudComment(comment: PlacedComment): object {
  const { id, author, storage, at, page, selection, resolved, above } = comment;
  return {
    ...{ id: String(id), status: "current", title: `Re: ${page.title}` },
    [page.kind === "page" ? "pageId" : "blogPostId"]: String(page.id),
    ...(above && { parentCommentId: String(above.id) }),
    version: {
      createdAt: new Date(at).toISOString(),
      message: "",
      number: 1,
      minorEdit: false,
      authorId: author,
    },
    body: { storage: { representation: "storage", value: storage } },
    ...(selection !== undefined && {
      resolutionStatus: resolved ? "resolved" : "open",
      properties: { inlineMarkerRef: `ref-${id}`, inlineOriginalSelection: selection },
    }),
    _links: { webui: `/spaces/ENG/pages/${page.id}?focusedCommentId=${id}` },
  };
}

function toCloudAttachment(page: FakeConfluencePage, { id, title, mediaType, text }: FakeAttachment): object {
  return {
    ...{
      id: `att${id}`,
      status: "current",
      title,
      mediaType,
      fileSize: text.length,
      pageId: String(page.id),
    },
    version: { createdAt: new Date(page.created).toISOString(), number: 1 },
    _links: {
      webui: `/pages/viewpageattachments.action?pageId=${page.id}`,
      download: `/download/attachments/${page.id}/${title}`,
    },
  };
}

/** Version 1: children of a content, people, files and the search for comments; undefined for another path. */
export function answerServerSurroundings(
  state: SurroundingsState,
  path: string,
  query: URLSearchParams,
): Response | undefined {
  const visible = state.pageStore.visible();
  if (path === "/rest/api/user") return findUser(query);
  const [, file] = /^\/download\/attachments\/\d+\/(.+)$/.exec(path) ?? [];
  if (file !== undefined) return sendFile(visible, decodeURIComponent(file));
  const isSearch =
    path === "/rest/api/content/search" && (query.get("cql") ?? "").startsWith("type = comment");
  const [, id, what] = /^\/rest\/api\/content\/(\d+)\/child\/(comment|attachment)$/.exec(path) ?? [];
  if (!isSearch && id === undefined) return undefined;
  if (state.hiddenStatus !== undefined) return refusal(state.hiddenStatus);
  const send = (all: readonly object[]) => sendServerPage(state, all, { path, query });
  if (isSearch) return send([...visible.flatMap(commentsOf)].sort(newestFirst).map(toServerComment));
  const page = visible.find((each) => String(each.id) === id);
  if (!page) return notFound();
  if (what === "attachment")
    return send((page.attachments ?? []).map((each) => toServerAttachment(page, each)));
  return send(commentsOf(page).map(toServerComment));
}

function findUser(query: URLSearchParams): Response {
  const name = PEOPLE[query.get("key") ?? ""];
  return name === undefined
    ? notFound()
    : Response.json({ type: "known", userKey: query.get("key"), displayName: name });
}

function sendFile(pages: readonly FakeConfluencePage[], title: string): Response {
  const found = pages.flatMap(({ attachments = [] }) => attachments).find((file) => file.title === title);
  return found ? new Response(found.text, { headers: { "Content-Type": found.mediaType } }) : notFound();
}

function sendServerPage(
  { pageSize }: SurroundingsState,
  all: readonly object[],
  { path, query }: { readonly path: string; readonly query: URLSearchParams },
): Response {
  const start = Number(query.get("start") ?? 0);
  const limit = Math.min(pageSize, Number(query.get("limit") ?? 25));
  const results = all.slice(start, start + limit);
  const isLast = start + limit >= all.length;
  return Response.json({
    ...{ results, start, limit, size: results.length },
    _links: isLast ? {} : { next: `${path}?start=${start + limit}` },
  });
}

function toServerComment({
  id,
  author,
  storage,
  at,
  page,
  selection,
  resolved,
  above,
}: PlacedComment): object {
  const by = { type: "known", userKey: author, displayName: PEOPLE[author] };
  const time = new Date(at).toISOString();
  return {
    ...{ id: String(id), type: "comment", status: "current", title: `Re: ${page.title}` },
    container: { id: String(page.id), type: page.kind, title: page.title },
    ancestors: above ? [{ id: String(above.id), type: "comment" }] : [],
    history: { latest: true, createdBy: by, createdDate: time },
    version: { by, when: time, number: 1, minorEdit: false },
    body: { storage: { value: storage, representation: "storage" } },
    extensions: {
      location: selection === undefined ? "footer" : "inline",
      ...(selection !== undefined && {
        inlineProperties: { originalSelection: selection, markerRef: `ref-${id}` },
        resolution: { status: resolved ? "resolved" : "open" },
      }),
    },
    _links: { webui: `/display/ENG/${page.id}?focusedCommentId=${id}` },
  };
}

function toServerAttachment(
  page: FakeConfluencePage,
  { id, title, mediaType, text }: FakeAttachment,
): object {
  return {
    ...{ id: `att${id}`, type: "attachment", status: "current", title },
    metadata: { mediaType, comment: "" },
    extensions: { mediaType, fileSize: text.length, comment: "" },
    version: { by: { displayName: "Emma Richards" }, when: new Date(page.created).toISOString(), number: 1 },
    _links: {
      webui: `/display/ENG/${page.id}?preview=%2F${page.id}%2F${id}`,
      download: `/download/attachments/${page.id}/${encodeURIComponent(title)}?version=1`,
    },
  };
}

function refusal(status: number): Response {
  const message = status === 401 ? "Unauthorized; scope does not match" : "Not permitted";
  return Response.json({ code: status, message }, { status });
}

function notFound(): Response {
  return Response.json({ statusCode: 404, message: "Not found" }, { status: 404 });
}
