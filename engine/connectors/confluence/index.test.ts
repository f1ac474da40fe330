import { describe, expect, test } from "vitest";
import { ReadItemError } from "../../errors/read-item-error";
import type { PullPage } from "../../model/pull-page";
import type { SourceDocument } from "../../model/source-document";
import { createFakeClock } from "../../testing/fakes/fake-clock";
import { createFakeContext } from "../../testing/fakes/fake-context";
import { sourceFixture } from "../../testing/fixtures";
import { openTestStore } from "../../testing/store/open-test-store";
import { runPass } from "../../testing/store/run-pass";
import { testService } from "../../testing/suites/test-service";
import type { Connector, ConnectorDefinition } from "../connector";
import { connectFake, signedFetch } from "../shared/vendors/atlassian/testing/connect-fake";
import { confluence } from ".";
import { createFakeConfluence } from "./testing/fake-confluence";

testService(confluence, createFakeConfluence);

const { service } = confluence.declaration;
/** Atlas has no OAuth method for Data Center. */
const onDataCenter: ConnectorDefinition = {
  ...confluence,
  declaration: {
    ...confluence.declaration,
    id: "confluence on Data Center",
    ...(service && {
      service: { ...service, signIn: service.signIn.filter(({ kind }) => kind === "token") },
    }),
  },
};

testService(onDataCenter, (options) => createFakeConfluence(options, "server"));

const NOW = Date.UTC(2026, 0, 5, 12);
const { signal } = new AbortController();

async function pullPages(connector: Connector): Promise<readonly PullPage[]> {
  const pages: PullPage[] = [];
  do pages.push(await connector.pull(pages.at(-1)?.cursor, signal));
  while (!pages.at(-1)?.done);
  return pages;
}

async function pullAll(connector: Connector): Promise<readonly SourceDocument[]> {
  return (await pullPages(connector)).flatMap(({ documents }) => documents);
}

/** As the request module does with a reply over the size limit. */
function refuseLarger(most: number) {
  return async (response: Response): Promise<Response> => {
    const { length } = await response.clone().text();
    if (length > most) throw new ReadItemError("Cannot read a reply: it is too large");
    return response;
  };
}

const titlesOf = (documents: readonly SourceDocument[] = []) => documents.map(({ title }) => title).sort();

describe("confluence", () => {
  test.each(["site", "server"] as const)("reads only the chosen spaces of a %s", async (edition) => {
    const vendor = createFakeConfluence({ now: () => NOW }, edition);
    vendor.create("boiler");
    const ids = [
      vendor.pageStore.add("pager", { space: "OPS" }),
      vendor.pageStore.add("roster", { space: "OPS" }),
    ];
    const { connector } = connectFake(confluence, vendor, { settings: { spaces: "OPS" } });
    expect(titlesOf(await pullAll(connector))).toEqual(["Guide to the pager", "Guide to the roster"]);
    expect([...((await connector.listIds?.(signal)) ?? [])].sort()).toEqual(ids.sort());
    expect(await connector.search?.({ text: "boiler", limit: 5 }, signal)).toEqual([]);
    expect(titlesOf(await connector.search?.({ text: "roster?", limit: 5 }, signal))).toEqual([
      "Guide to the roster",
    ]);
  });

  test("names the space that does not exist", async () => {
    const vendor = createFakeConfluence({ now: () => NOW });
    const { connector } = connectFake(confluence, vendor, { settings: { spaces: "ENG, NO" } });
    await expect(connector.pull(undefined, signal)).rejects.toMatchObject({
      code: "settings",
      message: 'Cannot find space "NO" in Confluence: change "Spaces"',
    });
  });

  test.each(["site", "server"] as const)(
    "leaves out what was last changed before the chosen day on a %s",
    async (edition) => {
      let now = Date.UTC(2026, 0, 4, 23, 59);
      const vendor = createFakeConfluence({ now: () => now }, edition);
      vendor.create("late on the day before");
      now = Date.UTC(2026, 0, 5);
      const kept = vendor.create("first thing on the day");
      const { connector } = connectFake(confluence, vendor, { settings: { since: "2026-01-05" } });
      expect((await pullAll(connector)).map(({ id }) => id)).toEqual([kept]);
      expect(await connector.listIds?.(signal)).toEqual([kept]);
    },
  );

  test("names the ancestors of a page with one request for each level", async () => {
    const vendor = createFakeConfluence({ now: () => NOW }, "site");
    for (const [at, name] of ["top", "middle", "low", "leaf"].entries()) {
      const above = vendor.pageStore.find(["top", "middle", "low"][at - 1] ?? "");
      vendor.pageStore.add(name, { kind: "page", ...(above && { parent: above.id }) });
    }
    const { connector, requests } = connectFake(confluence, vendor);
    const leaf = vendor.pageStore.find("leaf")?.id;
    const fetched = await connector.fetchItems?.([`page:${leaf}`], signal);
    expect(fetched?.documents[0]?.container).toEqual([
      "Engineering",
      ...["Guide to the top", "Guide to the middle", "Guide to the low"],
    ]);
    expect(requests.filter(({ pathname }) => pathname.endsWith("/pages"))).toHaveLength(4);
  });

  test("omits names when the token may not read users", async () => {
    const vendor = createFakeConfluence({ now: () => NOW });
    vendor.create("boiler");
    vendor.hidePeople();
    const { connector } = connectFake(confluence, vendor);
    const [document] = await pullAll(connector);
    expect(document?.title).toBe("Guide to the boiler");
    expect(document).not.toHaveProperty("author");
  });

  test("deletes trashed pages at the end of the next pass, without listing everything", async () => {
    const vendor = createFakeConfluence({ now: () => NOW });
    const trashed = [vendor.create("a page"), vendor.create("a post")];
    const clock = createFakeClock();
    const store = openTestStore({ clock });
    const source = sourceFixture({ settings: vendor.settings ?? {}, account: vendor.account });
    await store.addSource(source);
    const context = createFakeContext({ source, clock, store, ports: { api: signedFetch(vendor) } });
    const last = (await runPass({ definition: confluence, context, store })).at(-1);
    for (const name of ["a page", "a post"]) vendor.remove(name);
    const connector = confluence.create(context);
    const first = await connector.pull(last?.cursor, signal);
    const second = await connector.pull(first.cursor, signal);
    expect([...first.deletions, ...second.deletions].sort()).toEqual([...trashed].sort());
  });

  test.each(["site", "server"] as const)(
    "continues after pages of a %s that are too large together",
    async (edition) => {
      const vendor = createFakeConfluence({ now: () => NOW }, edition);
      const names = Array.from({ length: 9 }, (_, at) => `page ${at}`);
      for (const name of names) vendor.create(name);
      vendor.pageStore.change("page 4", { storage: "x".repeat(6_000) });
      const most = 8_000;
      const source = {
        ...vendor,
        handle: (request: Request) => vendor.handle(request).then(refuseLarger(most)),
      };
      const whole = titlesOf(await pullAll(connectFake(confluence, source).connector));
      expect(whole).toEqual(names.map((name) => `Guide to the ${name}`));
      vendor.pageStore.change("page 4", { storage: "x".repeat(10_000) });
      const { connector } = connectFake(confluence, source);
      const pages = await pullPages(connector);
      expect(titlesOf(pages.flatMap(({ documents }) => documents))).toHaveLength(8);
      expect(pages.flatMap(({ failures }) => failures.map(({ title }) => title))).toEqual([
        "Guide to the page 4",
      ]);
    },
  );

  test("continues when this person may not read the trash", async () => {
    const vendor = createFakeConfluence({ now: () => NOW });
    vendor.create("boiler");
    const refusal = () => Response.json({ errors: [{ title: "Not permitted" }] }, { status: 403 });
    const isTrash = ({ url }: Request) => new URL(url).searchParams.getAll("status").includes("trashed");
    const handle = async (request: Request) => (isTrash(request) ? refusal() : vendor.handle(request));
    const { connector } = connectFake(confluence, { ...vendor, handle });
    expect(titlesOf(await pullAll(connector))).toEqual(["Guide to the boiler"]);
  });

  test("requests bodies of new pages only", async () => {
    const vendor = createFakeConfluence({ now: () => NOW });
    for (const name of ["one", "two", "three"]) vendor.create(name);
    const { connector, requests } = connectFake(confluence, vendor);
    await pullAll(connector);
    const bodies = requests.filter(
      ({ searchParams }) => searchParams.has("id") && searchParams.has("body-format"),
    );
    expect(bodies.map(({ searchParams }) => searchParams.getAll("id").length)).toEqual([2, 1]);
  });
});
