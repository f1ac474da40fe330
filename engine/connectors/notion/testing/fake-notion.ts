import type { FakeVendor, FakeVendorOptions } from "../../../testing/fakes/fake-vendor";
import {
  createFakeNotionPageStore,
  type FakeNotionPage,
  type FakeNotionPageStore,
} from "./fake-notion-page-store";

export interface FakeNotion extends FakeVendor {
  readonly pageStore: FakeNotionPageStore;
  /** The integration may no longer read users. */
  hidePeople(): void;
  /** Lists are truncated, as Notion does with many results. */
  cutLists(): void;
  /** Its search no longer finds this page, although it exists. */
  hideFromSearch(name: string): void;
}

const TOKEN = "ntn_fake";
const BOT = "16d84278-ab0e-484c-9bdd-b35da3bd8905";
const PERSON = "d40e767c-d7af-4b18-a86d-55c61f1e39a4";
/** A database with one data source, on a page in a toggle. */
export const CONTAINERS = {
  page: "0f1e2d3c-0000-4000-8000-000000000001",
  block: "0f1e2d3c-0000-4000-8000-000000000002",
  database: "0f1e2d3c-0000-4000-8000-000000000003",
  dataSource: "0f1e2d3c-0000-4000-8000-000000000004",
};

/** A fake Notion workspace, after the published OpenAPI document and the types of Notion's SDK. */
export function createFakeNotion({ now, pageSize = 100 }: FakeVendorOptions): FakeNotion {
  const pageStore = createFakeNotionPageStore(now);
  const state: FakeState = {
    ...{
      pageStore,
      pageSize,
      revoked: false,
      complete: true,
      people: true,
      cut: false,
      epoch: 0,
      refusals: 0,
    },
    hiddenFromSearch: new Set(),
  };
  return {
    hosts: ["api.notion.com"],
    token: TOKEN,
    account: { id: "20d84278-ab0e-484c-9bdd-b35da3bd8900", name: "Acme" },
    pageStore,
    handle: (request) => answer(state, request),
    create: (name) => pageStore.add(name),
    update: (name) => pageStore.change(name, { text: `More about the ${name} at ${now()}.` }),
    remove: (name) => pageStore.change(name, { trashed: true }),
    forbid: pageStore.unshare,
    createMalformed: (name) => pageStore.add(name, { wellFormed: false }),
    omitOptional: () => {
      state.complete = false;
    },
    revokeTokens: () => {
      state.revoked = true;
    },
    // Every other rate limit reply is that of an overloaded Notion.
    limitReply: (seconds) => {
      const headers = seconds === undefined ? {} : { "Retry-After": String(seconds) };
      return ++state.refusals % 2 === 1
        ? error(429, {
            code: "rate_limited",
            message: "This request exceeds the number of requests allowed.",
            headers,
          })
        : error(529, {
            code: "service_overload",
            message: "Notion is overloaded. Try again later.",
            headers,
          });
    },
    expireCursors: () => {
      state.epoch++;
    },
    hidePeople: () => {
      state.people = false;
    },
    cutLists: () => {
      state.cut = true;
    },
    hideFromSearch: (name) => state.hiddenFromSearch.add(`Notes on ${name}`),
  };
}

interface FakeState {
  readonly pageStore: FakeNotionPageStore;
  readonly pageSize: number;
  readonly hiddenFromSearch: Set<string>;
  revoked: boolean;
  complete: boolean;
  people: boolean;
  cut: boolean;
  /** Cursors of an earlier epoch have expired. */
  epoch: number;
  refusals: number;
}

interface ErrorOptions {
  readonly code: string;
  readonly message: string;
  readonly headers?: Record<string, string>;
}

function error(status: number, { code, message, headers = {} }: ErrorOptions): Response {
  return Response.json({ object: "error", status, code, message, request_id: "9f2e" }, { status, headers });
}

async function answer(state: FakeState, request: Request): Promise<Response> {
  if (state.revoked || request.headers.get("Authorization") !== `Bearer ${TOKEN}`)
    return error(401, { code: "unauthorized", message: "API token is invalid." });
  if (!request.headers.has("Notion-Version"))
    return error(400, { code: "missing_version", message: "Notion-Version header should be defined." });
  const path = new URL(request.url).pathname.replace("/v1/", "");
  if (path === "search" && request.method === "POST")
    return search(state, (await request.json()) as SearchBody);
  if (request.method !== "GET")
    return error(400, { code: "invalid_request_url", message: "Invalid request URL." });
  return read(state, path);
}

function read(state: FakeState, path: string): Response {
  const [kind = "", id = "", part] = path.split("/");
  if (kind === "users") return readUser(state, id);
  const container = getContainer(`${kind}/${id}`);
  if (container) return Response.json(container);
  const page = state.pageStore.shared().find((each) => kind === "pages" && each.id === id);
  if (!page)
    return error(404, {
      code: "object_not_found",
      message: `Could not find page with ID: ${id}. Make sure it is shared.`,
    });
  if (part !== "markdown") return Response.json(toPageJson(page, state.complete));
  return Response.json({
    object: "page_markdown",
    id,
    markdown: page.text,
    truncated: page.partial,
    unknown_block_ids: page.partial ? [CONTAINERS.block] : [],
  });
}

function readUser({ people }: FakeState, id: string): Response {
  if (id === "me") {
    const bot = { owner: { type: "workspace", workspace: true }, workspace_name: "Acme" };
    const workspace_id = "20d84278-ab0e-484c-9bdd-b35da3bd8900";
    return Response.json({
      object: "user",
      id: BOT,
      name: "Atlas",
      type: "bot",
      bot: { ...bot, workspace_id },
    });
  }
  if (!people)
    return error(403, {
      code: "restricted_resource",
      message: "Insufficient permissions for this endpoint.",
    });
  return Response.json({ object: "user", id, type: "person", name: "Avery Person", person: {} });
}

function getContainer(path: string): object | undefined {
  const text = (plain_text: string) => [
    { type: "text", plain_text, text: { content: plain_text, link: null } },
  ];
  const containers: Readonly<Record<string, object>> = {
    [`data_sources/${CONTAINERS.dataSource}`]: {
      ...{ object: "data_source", id: CONTAINERS.dataSource, title: text("Tasks") },
      parent: { type: "database_id", database_id: CONTAINERS.database },
      database_parent: { type: "block_id", block_id: CONTAINERS.block },
    },
    [`blocks/${CONTAINERS.block}`]: {
      ...{ object: "block", id: CONTAINERS.block, type: "toggle" },
      parent: { type: "page_id", page_id: CONTAINERS.page },
    },
  };
  return containers[path];
}

interface SearchBody {
  readonly query?: string;
  readonly start_cursor?: string;
  readonly page_size?: number;
  readonly sort?: { readonly timestamp: string; readonly direction: string };
  readonly filter?: { readonly property: string; readonly value: string; readonly in_trash?: boolean };
}

function search(
  { pageStore, pageSize, epoch, complete, cut, hiddenFromSearch }: FakeState,
  body: SearchBody,
): Response {
  const query = body.query?.toLowerCase() ?? "";
  const found = pageStore
    .shared()
    .filter(
      ({ trashed, title }) =>
        trashed === (body.filter?.in_trash ?? false) &&
        !hiddenFromSearch.has(title) &&
        title.toLowerCase().includes(query),
    )
    .sort((a, b) => b.edited - a.edited || (a.id < b.id ? 1 : -1));
  const [tokenEpoch, after] = body.start_cursor?.split("/") ?? [String(epoch)];
  if (tokenEpoch !== String(epoch))
    return error(400, { code: "validation_error", message: "The start_cursor provided is invalid." });
  const start = after === undefined ? 0 : Number(after);
  const end = start + Math.min(pageSize, body.page_size ?? 100);
  const has_more = end < found.length;
  return Response.json({
    object: "list",
    results: found.slice(start, end).map((note) => toPageJson(note, complete)),
    next_cursor: has_more ? `${epoch}/${end}` : null,
    has_more,
    type: "page_or_data_source",
    page_or_data_source: {},
    ...(cut && { request_status: { type: "incomplete", incomplete_reason: "query_result_limit_reached" } }),
  });
}

function toPageJson(page: FakeNotionPage, complete: boolean): object {
  const { id, title, created, edited, trashed, parent, properties, wellFormed } = page;
  const optional = {
    created_time: new Date(created).toISOString(),
    created_by: { object: "user", id: PERSON },
    last_edited_by: { object: "user", id: PERSON },
    in_trash: trashed,
    is_archived: false,
    is_locked: false,
    public_url: null,
    icon: null,
    cover: null,
    parent,
  };
  const rich = { type: "text", plain_text: title, href: null, text: { content: title, link: null } };
  return {
    object: "page",
    id,
    last_edited_time: new Date(edited).toISOString(),
    ...(wellFormed && { url: `https://www.notion.so/${id.replaceAll("-", "")}` }),
    properties: { Name: { id: "title", type: "title", title: [rich] }, ...properties },
    ...(complete ? optional : trashed && { in_trash: true }),
  };
}
