import { expect, test } from "vitest";
import type { LiveReply } from "../model/live";
import type { CachedFinding } from "../ports/finding-store";
import { createFakeClock } from "../testing/fakes/fake-clock";
import { sourceDocumentFixture } from "../testing/fixtures";
import type { Wait } from "../util/wait";
import { createLiveCache } from "./live-cache";
import { type LiveSource, searchSources } from "./search-sources";

const MINUTE = 60_000;

function createFixture() {
  const clock = createFakeClock();
  const rows = new Map<string, CachedFinding>();
  const store = {
    finding: async (key: string) => rows.get(key),
    saveFinding: async (finding: CachedFinding) => void rows.set(finding.key, finding),
  };
  const timers: (() => void)[] = [];
  const wait: Wait = (_, signal) =>
    new Promise((resolve, reject) => {
      timers.push(resolve);
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    });
  return { clock, store, wait, timers, cache: createLiveCache(store, clock) };
}

function createSource(sourceId: string, search: LiveSource["search"]): LiveSource {
  return { sourceId, label: sourceId.toUpperCase(), search };
}

const createMatchingSource = (sourceId: string) =>
  createSource(sourceId, async ({ text }) => [sourceDocumentFixture({ id: `${sourceId}:${text}` })]);
const createPendingSource = (sourceId: string) => createSource(sourceId, () => new Promise(() => {}));

async function collect(replies: AsyncIterable<LiveReply>): Promise<LiveReply[]> {
  const all: LiveReply[] = [];
  for await (const reply of replies) all.push(reply);
  return all;
}

const REQUEST = { text: "Leave policy", limit: 5 };

test("searchSources() yields the finding of each source as it arrives, and the reason of a failure", async () => {
  const { cache, wait } = createFixture();
  const fails = createSource("jira", async () => {
    throw new Error("Jira is away");
  });
  const { signal } = new AbortController();
  const replies = await collect(
    searchSources(REQUEST, { sources: [createMatchingSource("slack"), fails], cache, wait, signal }),
  );
  expect(replies).toHaveLength(2);
  expect(replies).toContainEqual({ sourceId: "jira", label: "JIRA", problem: "Jira is away" });
  const slack = replies.find(({ sourceId }) => sourceId === "slack");
  expect(slack && "documents" in slack && slack.documents.map(({ id }) => id)).toEqual([
    "slack:Leave policy",
  ]);
});

test("searchSources() abandons a source at the timeout and keeps earlier replies", async () => {
  const { cache, wait, timers } = createFixture();
  const { signal } = new AbortController();
  const replies = searchSources(REQUEST, {
    sources: [createPendingSource("github"), createMatchingSource("slack")],
    cache,
    wait,
    signal,
  });
  expect((await replies.next()).value).toMatchObject({ sourceId: "slack", cached: false });
  timers[0]?.();
  expect((await replies.next()).value).toMatchObject({
    sourceId: "github",
    problem: "No reply within the time limit",
  });
  expect((await replies.next()).done).toBe(true);
});

test("searchSources() asks only the requested sources", async () => {
  const { cache, wait } = createFixture();
  const { signal } = new AbortController();
  const sources = [createMatchingSource("slack"), createMatchingSource("jira")];
  const replies = await collect(
    searchSources({ ...REQUEST, sourceIds: ["jira"] }, { sources, cache, wait, signal }),
  );
  expect(replies.map(({ sourceId }) => sourceId)).toEqual(["jira"]);
});

test("searchSources() ends without a further reply once aborted, and stops the searches", async () => {
  const { cache, wait } = createFixture();
  const controller = new AbortController();
  let stopped = false;
  let start = () => {};
  const started = new Promise<void>((resolve) => {
    start = resolve;
  });
  const slow = createSource("github", (_, signal) => {
    start();
    signal.addEventListener("abort", () => {
      stopped = true;
    });
    return new Promise(() => {});
  });
  const replies = searchSources(REQUEST, { sources: [slow], cache, wait, signal: controller.signal });
  const next = replies.next();
  await started;
  controller.abort();
  expect((await next).done).toBe(true);
  expect(stopped).toBe(true);
});

test("a finding answers the same question for five minutes from memory, and for an hour from the store", async () => {
  const { clock, store, wait } = createFixture();
  let asked = 0;
  const source = createSource("slack", async () => {
    asked++;
    return [sourceDocumentFixture()];
  });
  const { signal } = new AbortController();
  const ask = async (cache: ReturnType<typeof createLiveCache>, text: string) => {
    const [reply] = await collect(
      searchSources({ text, limit: 5 }, { sources: [source], cache, wait, signal }),
    );
    return reply && "cached" in reply && reply.cached;
  };
  const cache = createLiveCache(store, clock);
  expect(await ask(cache, "Leave policy")).toBe(false);
  expect(await ask(cache, "  leave   POLICY ")).toBe(true);
  const afterRestart = createLiveCache(store, clock);
  clock.advance(59 * MINUTE);
  expect(await ask(afterRestart, "leave policy")).toBe(true);
  clock.advance(MINUTE);
  expect(await ask(afterRestart, "leave policy")).toBe(false);
  expect(asked).toBe(2);
});

test.each([-1, 6 * 60])("a finding is forgotten when the clock has moved by %d minutes", async (minutes) => {
  const { cache, clock } = createFixture();
  await cache.set("slack", REQUEST, [sourceDocumentFixture()]);
  expect(await cache.get("slack", REQUEST)).toHaveLength(1);
  clock.advance(minutes * MINUTE * 60);
  expect(await cache.get("slack", REQUEST)).toBeUndefined();
});
