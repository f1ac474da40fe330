import type { FakeVendor, FakeVendorOptions } from "../../../testing/fakes/fake-vendor";
import {
  createFakeSite,
  type FakeEdition,
  type FakeSite,
  fakeUser,
} from "../../shared/vendors/atlassian/testing/fake-site";
import {
  createFakeConfluencePageStore,
  type FakeConfluencePage,
  type FakeConfluencePageStore,
  SPACES,
} from "./fake-confluence-page-store";
import { parseFakeCql } from "./fake-cql";
import {
  answerCloudSurroundings,
  answerServerSurroundings,
  type SurroundingsState,
} from "./fake-surroundings";
import { PEOPLE, toCloudPageJson, toServerPageJson } from "./to-page-json";

export interface FakeConfluence extends FakeVendor {
  readonly pageStore: FakeConfluencePageStore;
  /** The token may no longer read users. */
  hidePeople(): void;
  /** The token lacks the scopes of comments and attachments: 401 at the gateway, 403 elsewhere. */
  hideSurroundings(): void;
}

/** A fake Confluence: the cloud's versions 2 and 1 after Atlassian's reference, or Data Center's REST API. */
export function createFakeConfluence(
  { now, pageSize = 250 }: FakeVendorOptions,
  edition: FakeEdition = "gateway",
): FakeConfluence {
  const site = createFakeSite("confluence", { edition, scopes: ["read:page:confluence"] });
  const pageStore = createFakeConfluencePageStore(now);
  const state: FakeState = { site, pageStore, pageSize, complete: true, people: true, epoch: 0 };
  const { hosts, token, user, settings, account, revokeTokens, limitReply } = site;
  return {
    ...{ hosts, token, settings, account, revokeTokens, limitReply, ...(user !== undefined && { user }) },
    pageStore,
    handle: async (request) => {
      const routed = site.route(request);
      if (routed instanceof Response) return routed;
      const { path, url } = routed;
      return (site.cloud ? answerCloud : answerServer)(state, path, url.searchParams);
    },
    create: (name) => pageStore.add(name),
    update: (name) => pageStore.change(name, { storage: `<p>More about the ${name} at ${now()}.</p>` }),
    remove: pageStore.remove,
    forbid: pageStore.hide,
    createMalformed: (name) => pageStore.add(name, { title: null }),
    omitOptional: () => {
      state.complete = false;
    },
    hidePeople: () => {
      state.people = false;
    },
    hideSurroundings: () => {
      state.hiddenStatus = edition === "gateway" ? 401 : 403;
    },
    ...(site.cloud && {
      expireCursors: () => {
        state.epoch++;
      },
    }),
  };
}

interface FakeState extends SurroundingsState {
  readonly site: FakeSite;
  complete: boolean;
  people: boolean;
  /** Cursors of an earlier epoch have expired. */
  epoch: number;
}

function answerCloud(state: FakeState, path: string, query: URLSearchParams): Response {
  switch (path) {
    case "/wiki/api/v2/pages":
      return listCloud(state, "page", query);
    case "/wiki/api/v2/blogposts":
      return listCloud(state, "blogpost", query);
    case "/wiki/api/v2/spaces":
      return listSpaces(state, query);
    case "/wiki/rest/api/user/current":
      return Response.json(fakeUser(true));
    case "/wiki/rest/api/user/bulk":
      return listPeople(state, query);
    case "/wiki/rest/api/search":
      return searchCloud(state, query);
    default:
      return (
        answerCloudSurroundings(state, path, query) ??
        Response.json(
          { errors: [{ status: 404, code: "NOT_FOUND", title: "Not Found", detail: null }] },
          { status: 404 },
        )
      );
  }
}

function listCloud(state: FakeState, kind: FakeConfluencePage["kind"], query: URLSearchParams): Response {
  const { pageStore, pageSize, complete, epoch, site } = state;
  const spaces = query.getAll("space-id");
  const ids = query.getAll("id");
  const wanted = (query.getAll("status").includes("trashed") ? pageStore.trash() : pageStore.visible())
    .filter((page) => page.kind === kind)
    .filter(({ space }) => spaces.length === 0 || spaces.includes(SPACES[space]?.id ?? ""))
    .filter(({ id }) => ids.length === 0 || ids.includes(String(id)))
    .sort((a, b) => b.updated - a.updated || b.id - a.id);
  const cursor = query.get("cursor");
  const [tokenEpoch, after = 0, id = 0] = cursor ? atob(cursor).split(" ").map(Number) : [epoch];
  if (tokenEpoch !== epoch) {
    const error = {
      status: 400,
      code: "INVALID_REQUEST_PARAMETER",
      title: "Provided cursor is invalid",
      detail: null,
    };
    return Response.json({ errors: [error] }, { status: 400 });
  }
  const left = cursor
    ? wanted.filter((page) => page.updated < after || (page.updated === after && page.id < id))
    : wanted;
  // A request by id returns everything at once; a page of a walk is small.
  const size =
    ids.length > 0 ? Number(query.get("limit")) : Math.min(pageSize, Number(query.get("limit") ?? 25));
  const page = left.slice(0, size);
  const last = page.at(-1);
  const withBody = query.get("body-format") === "storage";
  const next = new URLSearchParams(query);
  if (last && left.length > size) next.set("cursor", btoa(`${epoch} ${last.updated} ${last.id}`));
  const path = `/wiki/api/v2/${kind === "page" ? "pages" : "blogposts"}`;
  return Response.json({
    results: page.map((each) => toCloudPageJson(each, { complete, withBody })),
    _links: { ...(left.length > size && { next: `${path}?${next}` }), base: `${site.siteUrl}/wiki` },
  });
}

function listSpaces({ site, complete }: FakeState, query: URLSearchParams): Response {
  const ids = query.getAll("ids");
  const keys = query.getAll("keys");
  const results = Object.entries(SPACES)
    .filter(([, { id }]) => ids.length === 0 || ids.includes(id))
    .filter(([key]) => keys.length === 0 || keys.includes(key))
    .map(([key, { id, name }]) => ({
      id,
      key,
      ...(complete && { name, type: "global", status: "current" }),
    }));
  return Response.json({ results, _links: { base: `${site.siteUrl}/wiki` } });
}

function listPeople({ people }: FakeState, query: URLSearchParams): Response {
  if (!people)
    return Response.json({ statusCode: 403, message: "Not allowed to see people" }, { status: 403 });
  const results = query.getAll("accountId").map((accountId) => {
    const name = PEOPLE[accountId];
    return {
      type: "known",
      accountId,
      accountType: "atlassian",
      email: "",
      publicName: name,
      displayName: name,
    };
  });
  return Response.json({ results, start: 0, limit: 200, size: results.length });
}

/** The person's profile is set to Sydney, where a day begins while it is the day before in UTC. */
const OFFSET_HOURS = 11;

function findPages({ pageStore }: FakeState, query: URLSearchParams): FakeConfluencePage[] | undefined {
  const matches = parseFakeCql(query.get("cql") ?? "", OFFSET_HOURS);
  if (!matches) return undefined;
  return pageStore
    .visible()
    .filter((page) => matches({ ...page, text: `${page.title} ${page.storage}` }))
    .sort((a, b) => b.updated - a.updated || b.id - a.id);
}

function searchCloud(state: FakeState, query: URLSearchParams): Response {
  const pages = findPages(state, query);
  if (!pages) return badQuery();
  const limit = Number(query.get("limit") ?? 25);
  const results = pages.slice(0, limit).map(({ id, kind, title, updated }) => ({
    content: { id: String(id), type: kind, status: "current", title },
    title,
    excerpt: "",
    url: `/spaces/ENG/pages/${id}`,
    entityType: "content",
    lastModified: new Date(updated).toISOString(),
  }));
  return Response.json({ results, start: 0, limit, size: results.length, totalSize: pages.length });
}

function answerServer(state: FakeState, path: string, query: URLSearchParams): Response {
  const { pageStore, pageSize, complete } = state;
  if (path === "/rest/api/user/current") return Response.json({ ...fakeUser(false), type: "known" });
  const around = answerServerSurroundings(state, path, query);
  if (around) return around;
  if (path === "/rest/api/content/search") {
    const pages = findPages(state, query);
    if (!pages) return badQuery();
    const start = Number(query.get("start") ?? 0);
    const limit = Math.min(pageSize, Number(query.get("limit") ?? 25));
    const withBody = query.get("expand")?.includes("body.storage") ?? false;
    const results = pages
      .slice(start, start + limit)
      .map((page) => toServerPageJson(page, { complete, withBody }));
    const more = start + limit < pages.length;
    const next = `/rest/api/content/search?start=${start + limit}&limit=${limit}`;
    return Response.json({
      results,
      start,
      limit,
      size: results.length,
      totalSize: pages.length,
      _links: more ? { next } : {},
    });
  }
  const page = pageStore.visible().find(({ id }) => path === `/rest/api/content/${id}`);
  if (page) return Response.json(toServerPageJson(page, { complete, withBody: true }));
  return Response.json({ statusCode: 404, message: "No content found with id" }, { status: 404 });
}

function badQuery(): Response {
  return Response.json({ statusCode: 400, message: "Could not parse cql" }, { status: 400 });
}
