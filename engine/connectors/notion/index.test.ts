import { describe, expect, test } from "vitest";
import type { SourceDocument } from "../../model/source-document";
import { testService } from "../../testing/suites/test-service";
import { notion } from ".";
import { createFakeNotion } from "./testing/fake-notion";
import { CONTAINERS } from "./testing/fake-notion-replies";
import { createNotionFixture } from "./testing/notion-fixture";

testService(notion, createFakeNotion);

const MINUTE = 60_000;
const { signal } = new AbortController();

function textOf(document: SourceDocument | undefined): string {
  return document?.content.kind === "text" ? document.content.text : "";
}

describe("notion", () => {
  test("finds an edit within the minute in which the page was read", async () => {
    const { clock, vendor, pass, documents } = await createNotionFixture();
    clock.advance(10_000 - (clock.now() % MINUTE));
    vendor.create("boiler");
    await pass();
    clock.advance(20_000);
    vendor.pageStore.change("boiler", { text: "Said within the same minute." });
    clock.advance(10 * MINUTE);
    await pass();
    expect((await documents()).map(textOf)).toEqual(["Said within the same minute."]);
    clock.advance(10 * MINUTE);
    expect((await pass()).flatMap((page) => page.documents)).toEqual([]);
  });

  test("names the ancestors of a database row: pages and data source, without the blocks between", async () => {
    const { vendor, pass, documents } = await createNotionFixture();
    vendor.pageStore.add("the team", { id: CONTAINERS.page });
    const dataSource = { type: "data_source_id", data_source_id: CONTAINERS.dataSource };
    vendor.pageStore.add("a task", { parent: { ...dataSource, database_id: CONTAINERS.database } });
    vendor.pageStore.add("an orphan", { parent: { type: "page_id", page_id: "not-shared" } });
    await pass();
    const containers = new Map((await documents()).map(({ title, container }) => [title, container]));
    expect(containers.get("Notes on a task")).toEqual(["Notes on the team", "Tasks"]);
    expect(containers.get("Notes on an orphan")).toBe(undefined);
  });

  test("requests each person and each parent once", async () => {
    const { vendor, pass, asked: requests } = await createNotionFixture();
    vendor.pageStore.add("the team", { id: CONTAINERS.page });
    const parent = { type: "data_source_id", data_source_id: CONTAINERS.dataSource };
    for (const name of ["one", "two", "three"]) vendor.pageStore.add(name, { parent });
    await pass();
    const lookups = requests.filter((path) => /users|data_sources|blocks|pages\/[^/]+$/.test(path));
    expect(lookups).toEqual([...new Set(lookups)]);
    expect(lookups).toHaveLength(3);
  });

  test("omits names when the integration may not read users", async () => {
    const { vendor, pass, documents } = await createNotionFixture();
    vendor.create("boiler");
    vendor.hidePeople();
    await pass();
    expect((await documents())[0]).not.toHaveProperty("author");
  });

  test("notes that blocks of a page are left out", async () => {
    const { vendor, pass, documents } = await createNotionFixture();
    vendor.pageStore.add("boiler", { missing: [CONTAINERS.page] });
    await pass();
    expect((await documents())[0]?.content.note).toBe("Not read: 1 block that is left out or not shared");
  });

  test("deletes trashed pages at the end of the next pass, without listing everything", async () => {
    const { vendor, connector, pass } = await createNotionFixture();
    const trashed = vendor.create("boiler");
    const [page] = await pass();
    vendor.remove("boiler");
    expect((await connector.pull(page?.cursor, signal)).deletions).toEqual([trashed]);
  });

  test("keeps a page that is missing from Notion's search, and deletes one that is no longer shared", async () => {
    const { vendor, connector, pass } = await createNotionFixture();
    const kept = vendor.create("boiler");
    vendor.create("pager");
    await pass();
    vendor.hideFromSearch("boiler");
    vendor.forbid?.("pager");
    expect(await connector.listIds?.(signal)).toEqual([kept]);
  });

  test("deletes nothing when Notion's listing is incomplete", async () => {
    const { vendor, connector } = await createNotionFixture();
    vendor.create("boiler");
    vendor.cutLists();
    await expect(connector.listIds?.(signal)).rejects.toMatchObject({ code: "read-item" });
  });

  test("leaves out pages last edited before the chosen day", async () => {
    const { clock, vendor, connector, pass, documents } = await createNotionFixture({ since: "2030-01-05" });
    clock.advance(Date.UTC(2030, 0, 4, 23, 59) - clock.now());
    vendor.create("boiler");
    clock.advance(MINUTE);
    const kept = vendor.create("pager");
    await pass();
    expect((await documents()).map(({ id }) => id)).toEqual([kept]);
    expect(await connector.listIds?.(signal)).toEqual([kept]);
  });

  test("reads only the first pages of a live search, and reports the others as unread", async () => {
    const { vendor, connector, asked: requests } = await createNotionFixture();
    for (let at = 1; at <= 5; at++) vendor.create(`boiler ${at}`);
    const found = (await connector.search?.({ text: "boiler", limit: 4 }, signal)) ?? [];
    expect(found).toHaveLength(4);
    expect(requests.filter((path) => path.endsWith("/markdown"))).toHaveLength(3);
    expect(found[3]?.content.note).toBe("only its title and properties were read");
    expect(await connector.search?.({ text: " ", limit: 4 }, signal)).toEqual([]);
  });
});
