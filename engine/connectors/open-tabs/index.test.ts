import { expect, test } from "vitest";
import { PermissionError } from "../../errors/permission-error";
import type { OpenTab } from "../../ports/tabs";
import { createFakeClock } from "../../testing/fakes/fake-clock";
import { createFakeContext } from "../../testing/fakes/fake-context";
import { sourceFixture } from "../../testing/fixtures";
import { openTestStore } from "../../testing/store/open-test-store";
import { deliveredDocuments, runPass } from "../../testing/store/run-pass";
import { testConnector } from "../../testing/suites/test-connector";
import { openTabs } from ".";
import { deliverTab } from "./deliver-tab";
import { toDocument } from "./to-document";

testConnector(openTabs, () => {
  const tabs = new Map<string, OpenTab>();
  const crashed = new Set<number>();
  let allowed = true;
  const add = (name: string, fields: Partial<OpenTab> = {}) => {
    const tabId = tabs.get(name)?.tabId ?? tabs.size + 1;
    tabs.set(name, { tabId, url: `https://example.com/${name}`, title: name, lastAccessedAt: 0, ...fields });
    return tabId;
  };
  return {
    settings: { readPages: true },
    ports: {
      tabs: {
        list: async () => {
          if (!allowed) throw new PermissionError("Cannot see open tabs: allow Atlas to see them again");
          return [...tabs.values()];
        },
        readHtml: async (tabId) => {
          if (crashed.has(tabId)) throw new Error("The tab crashed");
          return `<title>${[...tabs.values()].find((tab) => tab.tabId === tabId)?.title}</title>`;
        },
      },
    },
    create: (name) => {
      add(name);
      return `https://example.com/${name}`;
    },
    update: (name) => add(name, { title: "New" }),
    remove: (name) => tabs.delete(name),
    createMalformed: (name) => {
      crashed.add(add(name));
      return `https://example.com/${name}`;
    },
    revoke: () => {
      allowed = false;
    },
  };
});

async function createFixture(tabs: OpenTab[], html: Map<number, string>, readPages = true) {
  const clock = createFakeClock();
  const store = openTestStore({ clock });
  const source = sourceFixture({ id: "source", settings: { readPages } });
  await store.addSource(source);
  const read: number[] = [];
  const readHtml = async (tabId: number) => {
    read.push(tabId);
    return html.get(tabId);
  };
  const ports = { tabs: { list: async () => tabs, readHtml } };
  const context = createFakeContext({ source, clock, store, ports });
  const pass = () => runPass({ definition: openTabs, context, store });
  return { pass, read, delivered: () => deliveredDocuments(store) };
}

const tab: OpenTab = { tabId: 1, url: "https://a.com/p#top", title: "Page", lastAccessedAt: 5 };

test("open tabs that show the same page are one document, of the tab used last", async () => {
  const other = { ...tab, tabId: 2, url: "https://a.com/p", title: "Newer", lastAccessedAt: 6 };
  const { pass, delivered } = await createFixture([other, tab], new Map([[2, "<p>Two"]]));
  await pass();
  expect([...(await delivered()).values()]).toMatchObject([
    { id: "https://a.com/p", title: "Newer", content: { mediaType: "text/html", text: "<p>Two" } },
  ]);
});

test("open tabs are not read unless that is set", async () => {
  const { pass, read, delivered } = await createFixture([tab], new Map([[1, "<p>Body"]]), false);
  await pass();
  expect(read).toEqual([]);
  expect((await delivered()).get("https://a.com/p")?.content).toMatchObject({ text: "Page\n\na.com p" });
});

test("an open tab is read again only after it was used, and indexed only when its text changed", async () => {
  const tabs = [tab];
  const html = new Map([[1, "<p>Body"]]);
  const { pass, read } = await createFixture(tabs, html);
  await pass();
  await pass();
  expect(read).toEqual([1]);
  tabs[0] = { ...tab, lastAccessedAt: 9 };
  expect(await pass()).toMatchObject([{ documents: [], touched: [{ id: "https://a.com/p" }] }]);
  tabs[0] = { ...tab, lastAccessedAt: 10 };
  html.set(1, "<p>Other");
  expect(await pass()).toMatchObject([{ documents: [{ id: "https://a.com/p" }], touched: [] }]);
});

test("a tab without permission is delivered by its title, and read once permission is given", async () => {
  const html = new Map<number, string>();
  const { pass, delivered } = await createFixture([tab], html);
  await pass();
  expect((await delivered()).get("https://a.com/p")?.content.note).toBe(
    "Indexed by title only: Chrome does not let Atlas read this tab",
  );
  expect((await pass()).flatMap((page) => page.documents)).toEqual([]);
  html.set(1, "<p>Body");
  await pass();
  expect((await delivered()).get("https://a.com/p")?.content).toMatchObject({ text: "<p>Body" });
});

test("deliverTab() gives up on a tab that never replies", async () => {
  const delivery = await deliverTab(toDocument(tab), {
    tabId: 1,
    known: undefined,
    tabs: { list: async () => [], readHtml: () => new Promise(() => {}) },
    signal: new AbortController().signal,
    timeoutMs: 5,
  });
  expect(delivery).toMatchObject({ document: { content: { mediaType: "text/plain" } } });
});

test("open tabs that show no web page are left out", async () => {
  const { pass, delivered } = await createFixture([{ ...tab, url: "chrome://settings" }], new Map());
  await pass();
  expect((await delivered()).size).toBe(0);
});
