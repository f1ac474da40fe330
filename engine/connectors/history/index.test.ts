import { expect, test } from "vitest";
import { PermissionError } from "../../errors/permission-error";
import type { Settings } from "../../model/source";
import type { HistoryEntry } from "../../ports/history";
import { createFakeClock } from "../../testing/fakes/fake-clock";
import { createFakeContext } from "../../testing/fakes/fake-context";
import { sourceFixture } from "../../testing/fixtures";
import { openTestStore } from "../../testing/store/open-test-store";
import { runPass } from "../../testing/store/run-pass";
import { testConnector } from "../../testing/suites/test-connector";
import { DAY_MS } from "../../util/durations";
import { history } from ".";

const NOW = createFakeClock().now();

function visit(url: string, fields: Partial<HistoryEntry> = {}): HistoryEntry {
  return { url, title: "Title", lastVisitAt: NOW, visitCount: 1, ...fields };
}

testConnector(history, () => {
  const entries = new Map<string, HistoryEntry>();
  let allowed = true;
  const add = (url: string, title: string) => {
    entries.set(title, visit(url, { title }));
    return url;
  };
  return {
    ports: {
      history: {
        list: async () => {
          if (!allowed) throw new PermissionError("Cannot read history: allow Atlas to see it again");
          return [...entries.values()];
        },
      },
    },
    create: (name) => add(`https://example.com/${name}`, name),
    update: (name) => entries.set(name, { ...entries.get(name)!, title: "New" }),
    remove: (name) => entries.delete(name),
    createMalformed: (name) => add("http://", name),
    revoke: () => {
      allowed = false;
    },
  };
});

async function createFixture(visits: readonly HistoryEntry[], settings: Settings = {}) {
  const clock = createFakeClock();
  const store = openTestStore({ clock });
  const source = sourceFixture({ id: "source", settings });
  await store.addSource(source);
  const list = async (since: number) => visits.filter(({ lastVisitAt }) => lastVisitAt >= since);
  const context = createFakeContext({ source, clock, store, ports: { history: { list } } });
  const pass = async () => {
    const pages = await runPass({ definition: history, context, store });
    return pages.flatMap((page) => page.documents);
  };
  const rows = async () =>
    (await store.ledger("source", { offset: 0, limit: 100 })).map(({ itemId }) => itemId);
  return { clock, pass, rows };
}

test("history merges addresses that differ after the # and keeps the newest visit and a title", async () => {
  const { pass } = await createFixture([
    visit("https://a.com/p#two", { title: "Two", lastVisitAt: NOW - 2 * DAY_MS }),
    visit("https://a.com/p#one", { title: "", lastVisitAt: NOW - DAY_MS }),
  ]);
  expect(await pass()).toMatchObject([{ id: "https://a.com/p", title: "Two", updatedAt: NOW - DAY_MS }]);
});

test("history delivers the newest visits first", async () => {
  const { pass } = await createFixture([
    visit("https://a.com/old", { lastVisitAt: NOW - DAY_MS }),
    visit("https://a.com/new"),
  ]);
  expect((await pass()).map(({ id }) => id)).toEqual(["https://a.com/new", "https://a.com/old"]);
});

test("history deletes a visit that has left the window", async () => {
  const { pass, rows, clock } = await createFixture(
    [visit("https://a.com/old", { lastVisitAt: NOW - 6 * DAY_MS }), visit("https://a.com/new")],
    { daysBack: 7 },
  );
  await pass();
  expect(await rows()).toHaveLength(2);
  clock.advance(2 * DAY_MS);
  await pass();
  expect(await rows()).toEqual(["https://a.com/new"]);
});

test("history delivers a page again when it is visited on another day, not on the same day", async () => {
  const visits = [visit("https://a.com/")];
  const { pass } = await createFixture(visits);
  await pass();
  visits[0] = visit("https://a.com/", { lastVisitAt: NOW + DAY_MS / 2 });
  expect(await pass()).toEqual([]);
  visits[0] = visit("https://a.com/", { lastVisitAt: NOW + DAY_MS });
  expect(await pass()).toHaveLength(1);
});

test("history leaves out pages of the browser", async () => {
  const { pass, rows } = await createFixture([
    visit("chrome://settings/"),
    visit("chrome-extension://abc/page.html"),
  ]);
  await pass();
  expect(await rows()).toEqual([]);
});

test("history names the invalid setting", async () => {
  const { pass } = await createFixture([], { daysBack: -3 });
  await expect(pass()).rejects.toMatchObject({
    code: "settings",
    message: 'Cannot read history: "Days back" is -3; enter a number above 0',
  });
});
