import type { FakeVendor, FakeVendorOptions } from "../../../testing/fakes/fake-vendor";
import { createFakeNotionPageStore, type FakeNotionPageStore } from "./fake-notion-page-store";
import { error, getContainer, list, notFound, toDataSourceJson, toPageJson } from "./fake-notion-replies";

export interface FakeNotion extends FakeVendor {
  readonly pageStore: FakeNotionPageStore;
  /** The integration may no longer read users. */
  hidePeople(): void;
  /** The integration may no longer read comments. */
  hideComments(): void;
  /** Only the first version of Notion's Markdown is known. */
  refuseSecondMarkdown(): void;
  /** Blocks that can be read by themselves, by id: as Markdown, and as the API describes them. */
  readonly blocks: Map<string, { readonly markdown?: string; readonly block?: object }>;
  /** Entries of properties that a page has only the beginning of, by the property's id. */
  readonly entries: Map<string, readonly object[]>;
  /** People's names by id; everybody else is "Avery Person". */
  readonly names: Map<string, string | null>;
  /** Lists are truncated, as Notion does with many results. */
  cutLists(): void;
  /** Its search no longer finds this page, although it exists. */
  hideFromSearch(name: string): void;
}

const TOKEN = "ntn_fake";
const BOT = "16d84278-ab0e-484c-9bdd-b35da3bd8905";

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
      comments: true,
      secondMarkdown: true,
      cut: false,
      epoch: 0,
      refusals: 0,
    },
    hiddenFromSearch: new Set(),
    blocks: new Map(),
    entries: new Map(),
    names: new Map(),
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
    hideComments: () => {
      state.comments = false;
    },
    refuseSecondMarkdown: () => {
      state.secondMarkdown = false;
    },
    blocks: state.blocks,
    entries: state.entries,
    names: state.names,
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
  readonly blocks: FakeNotion["blocks"];
  readonly entries: FakeNotion["entries"];
  readonly names: FakeNotion["names"];
  revoked: boolean;
  complete: boolean;
  people: boolean;
  comments: boolean;
  secondMarkdown: boolean;
  cut: boolean;
  /** Cursors of an earlier epoch have expired. */
  epoch: number;
  refusals: number;
}

async function answer(state: FakeState, request: Request): Promise<Response> {
  if (state.revoked || request.headers.get("Authorization") !== `Bearer ${TOKEN}`)
    return error(401, { code: "unauthorized", message: "API token is invalid." });
  if (!request.headers.has("Notion-Version"))
    return error(400, { code: "missing_version", message: "Notion-Version header should be defined." });
  const url = new URL(request.url);
  const path = url.pathname.replace("/v1/", "");
  if (path === "search" && request.method === "POST")
    return search(state, (await request.json()) as SearchBody);
  if (request.method !== "GET")
    return error(400, { code: "invalid_request_url", message: "Invalid request URL." });
  if (path === "comments") return readComments(state, url.searchParams.get("block_id") ?? "");
  return read(state, path, url.searchParams);
}

function read(state: FakeState, path: string, query: URLSearchParams): Response {
  const [kind = "", id = "", part, property = ""] = path.split("/");
  if (kind === "users") return readUser(state, id);
  const single = state.blocks.get(id);
  if (kind === "blocks" && single?.block) return Response.json({ object: "block", id, ...single.block });
  const container = findDataSource(state, `${kind}/${id}`) ?? getContainer(`${kind}/${id}`);
  if (container) return Response.json(container);
  if (part === "markdown") return readMarkdown(state, id, query);
  const page = state.pageStore.shared().find((each) => kind === "pages" && each.id === id);
  if (!page) return notFound(id);
  if (part === "properties") return list(state.entries.get(property) ?? [], query, "property_item");
  return Response.json(toPageJson(page, state.complete));
}

/** Of a page, or of a block that is missing in the Markdown of its page. */
function readMarkdown(state: FakeState, id: string, query: URLSearchParams): Response {
  if (query.has("markdown_version") && !state.secondMarkdown) {
    const message = "query failed validation: query.markdown_version should be not present.";
    return error(400, { code: "validation_error", message });
  }
  const page = state.pageStore.shared().find((each) => each.id === id);
  const markdown = page?.text ?? state.blocks.get(id)?.markdown;
  if (markdown === undefined) return notFound(id);
  const unknown_block_ids = page?.missing ?? [];
  return Response.json({
    ...{ object: "page_markdown", id, markdown, unknown_block_ids },
    truncated: unknown_block_ids.length > 0,
  });
}

/** Comments on a page are those on the page itself; those on its blocks are listed by block. */
function readComments({ pageStore, comments }: FakeState, id: string): Response {
  if (!comments)
    return error(403, {
      code: "restricted_resource",
      message: "Insufficient permissions for this endpoint.",
    });
  const found = pageStore.shared().flatMap((page) => page.comments[id] ?? []);
  return list(found, new URLSearchParams(), "comment");
}

function findDataSource({ pageStore, complete }: FakeState, path: string): object | undefined {
  const source = pageStore.dataSources().find(({ id }) => path === `data_sources/${id}`);
  return source && toDataSourceJson(source, complete);
}

function readUser({ people, names }: FakeState, id: string): Response {
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
  const name = names.has(id) ? names.get(id) : "Avery Person";
  return Response.json({ object: "user", id, type: "person", name, avatar_url: null, person: {} });
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
  const tables = pageStore
    .dataSources()
    .filter(({ title }) => body.filter === undefined && title.toLowerCase().includes(query));
  const found = pageStore
    .shared()
    .filter(
      ({ trashed, title }) =>
        trashed === (body.filter?.in_trash ?? false) &&
        !hiddenFromSearch.has(title) &&
        title.toLowerCase().includes(query),
    )
    .map((page) => ({ id: page.id, edited: page.edited, json: toPageJson(page, complete) }))
    .concat(
      tables.map((each) => ({ id: each.id, edited: each.edited, json: toDataSourceJson(each, complete) })),
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
    results: found.slice(start, end).map(({ json }) => json),
    next_cursor: has_more ? `${epoch}/${end}` : null,
    has_more,
    type: "page_or_data_source",
    page_or_data_source: {},
    ...(cut && { request_status: { type: "incomplete", incomplete_reason: "query_result_limit_reached" } }),
  });
}
