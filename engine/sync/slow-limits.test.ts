import { describe, expect, test, vi } from "vitest";
import type { ConnectorDefinition } from "../connectors/connector";
import type { RateLimit } from "../connectors/service";
import type { Fetch } from "../ports/fetch";
import { sourceDocumentFixture } from "../testing/fixtures";
import { fakeDefinition, fakeVendorFetch } from "./testing/fake-definition";
import { createIngestFixture } from "./testing/ingest-fixture";

const MINUTE = 60_000;
const VENDOR = "https://api.board.example";
const PAGES = 3;
const LIST_PAGES = 10;
const NAMES = Array.from({ length: PAGES + 1 }, (_, at) => `item${at}`);

/** A page takes three requests at once, the listing ten in a row. One item can only be fetched by its id. */
function createSlowDefinition(limits: readonly RateLimit[]): ConnectorDefinition {
  const { declaration, service } = fakeDefinition;
  if (!declaration.service || !service) throw new TypeError("The board is no connected source");
  return {
    declaration: { ...declaration, pruneMinutes: 60, service: { ...declaration.service, limits } },
    service,
    create: ({ api, source }) => ({
      pull: async (cursor = "0", signal) => {
        const page = `${source.settings.baseUrl || VENDOR}/page/${cursor}`;
        await Promise.all([1, 2, 3].map((part) => api(`${page}/${part}`, { signal })));
        const next = Math.min(Number(cursor) + 1, PAGES);
        const documents = NAMES.slice(Number(cursor), next).map((id) => sourceDocumentFixture({ id }));
        return { documents, deletions: [], failures: [], cursor: String(next), done: next === PAGES };
      },
      listIds: async (signal) => {
        for (let page = 0; page < LIST_PAGES; page++) await api(`${VENDOR}/list/${page}`, { signal });
        return NAMES;
      },
      fetchItems: async (ids, signal) => {
        for (const id of ids) await api(`${VENDOR}/item/${id}`, { signal });
        return { documents: ids.map((id) => sourceDocumentFixture({ id })), deletions: [], failures: [] };
      },
    }),
  };
}

/** Runs as alarms do, until the listing was handled or evidently never will be. */
async function syncUntilPruned(
  limits: readonly RateLimit[],
  retryAfterSeconds: (now: number) => number = () => 0,
) {
  const requests: string[] = [];
  const fetch: Fetch = (url, init) => {
    const seconds = retryAfterSeconds(clock.now());
    if (seconds > 0) return createRateLimitReply(seconds);
    requests.push(new URL(url).pathname);
    return fakeVendorFetch(url, init);
  };
  const fixture = createIngestFixture({ connectors: [createSlowDefinition(limits)], fetch });
  const { connect, run, ingest, get, items, clock } = fixture;
  const id = await connect("secret-ann");
  let runs = 0;
  for (; runs < 60 && (await get(id)).prunedAt === undefined; runs++) {
    const { dueAt } = await get(id);
    clock.advance(Math.max(0, dueAt - clock.now()));
    await run(ingest.syncDue());
  }
  return { runs, asked: requests, found: await items(id), source: await get(id) };
}

async function createRateLimitReply(seconds: number): Promise<Response> {
  return new Response("{}", { status: 429, headers: { "Retry-After": String(seconds) } });
}

describe("a source with a slow rate limit", () => {
  test("ends, and requests nothing twice", async () => {
    const { found, source, asked, runs } = await syncUntilPruned([
      { id: "all", requests: 1, windowMs: MINUTE },
    ]);
    expect(found).toEqual(NAMES);
    expect(source).toMatchObject({ state: "idle", prunedAt: expect.any(Number) });
    expect(asked.filter((path, at) => asked.indexOf(path) !== at)).toEqual([]);
    // Ending a run between two pages loses nothing, and this worker may sleep.
    expect(runs).toBeGreaterThanOrEqual(PAGES);
  });

  test("ends when the vendor allows far less than is declared", async () => {
    let freeAt = 0;
    const retryAfterSeconds = (now: number) => {
      if (now < freeAt) return Math.ceil((freeAt - now) / 1_000);
      freeAt = now + 5 * MINUTE;
      return 0;
    };
    const { found, asked } = await syncUntilPruned(
      [{ id: "all", requests: 50, windowMs: MINUTE }],
      retryAfterSeconds,
    );
    expect(found).toEqual(NAMES);
    expect(asked.filter((path, at) => asked.indexOf(path) !== at)).toEqual([]);
  });

  test("delays no other source while it waits", async () => {
    const slow = createSlowDefinition([{ id: "all", requests: 1, windowMs: MINUTE }]);
    const quick = { ...fakeDefinition, declaration: { ...fakeDefinition.declaration, id: "quick" } };
    const asked: string[] = [];
    const fetch: Fetch = (url, init) => {
      asked.push(url);
      return fakeVendorFetch(url, init);
    };
    const { connect, ingest, run, items, clock } = createIngestFixture({ connectors: [slow, quick], fetch });
    for (const at of [1, 2, 3, 4]) await connect("secret-ann", { baseUrl: `https://${at}.ours.example` });
    clock.advance(MINUTE);
    const due = ingest.syncDue();
    // Each has made one of the three requests of its first page.
    await vi.waitUntil(() => asked.filter((url) => url.includes("/page/")).length === 4);
    const before = clock.now();
    const request = { connectorId: "quick", signIn: { methodId: "token", entered: { token: "secret-bob" } } };
    const id = await run(ingest.connectSource(request));
    await run(ingest.syncNow(id));
    expect(await items(id)).toEqual(["item of bob"]);
    expect(clock.now()).toBe(before);
    await run(due);
  });
});
