import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SourceDocument } from "../../model/source-document";
import { mutatedJson } from "../../testing/fuzz/mutated-json";
import { BLOCKS, UNRENDERED } from "./testing/documented-blocks";
import { PERSON_ID, PROPERTIES, RELATED_ID, rich } from "./testing/documented-properties";
import { CONTAINERS } from "./testing/fake-notion-replies";
import { createNotionFixture } from "./testing/notion-fixture";

const { signal } = new AbortController();

function textOf(document: SourceDocument | undefined): string {
  return document?.content.kind === "text" ? document.content.text : "";
}

/** A fixture that knows the person and the page that examples refer to. */
async function createFixture() {
  const fixture = await createNotionFixture();
  const { vendor } = fixture;
  vendor.names.set(PERSON_ID, "Mia Krystof");
  vendor.pageStore.add("related", { id: RELATED_ID, title: "Order the valve" });
  for (const [id, block] of UNRENDERED) vendor.blocks.set(id, { block });
  return {
    ...fixture,
    page: async () => (await fixture.documents()).find(({ title }) => title === "Boiler"),
  };
}

describe("notion", () => {
  test.each([["first"], ["second"]] as const)(
    "leaves words or a note of every kind of block, in the %s version of the Markdown",
    async (version) => {
      const { vendor, pass, page } = await createFixture();
      if (version === "first") vendor.refuseSecondMarkdown();
      const text = Object.values(BLOCKS)
        .map((block) => block[version])
        .join("\n\n");
      vendor.pageStore.add("boiler", { title: "Boiler", text });
      await pass();
      const document = await page();
      const all = `${textOf(document)}\n${document?.content.note}`;
      for (const { shown } of Object.values(BLOCKS)) for (const words of shown) expect(all).toContain(words);
      expect(textOf(document)).not.toMatch(/(?<!\\)<\/?[a-z]/);
      expect(document?.content.note).toBe(
        "Not read: 1 block of a kind that cannot be read (ai block), 3 files (My audio, My file, My pdf), 1 picture (The map)",
      );
    },
  );

  test("reads every type of property, with the names of people and the titles of related pages", async () => {
    const { vendor, pass, page } = await createFixture();
    const properties = Object.fromEntries(Object.entries(PROPERTIES).map(([type, [value]]) => [type, value]));
    const { title: _, ...rest } = properties;
    vendor.pageStore.add("boiler", { title: "Boiler", text: "", properties: rest });
    await pass();
    const document = await page();
    expect(textOf(document).split("\n")).toEqual(
      Object.entries(PROPERTIES).flatMap(([type, [, shown]]) =>
        shown === "" ? [] : [`- ${type}: ${shown}`],
      ),
    );
    expect(document?.people).toEqual(["Mia Krystof", "Plumbers"]);
    expect(document?.content).not.toHaveProperty("note");
  });

  test("names mentioned people and pages, and requests each name once", async () => {
    const { vendor, pass, page, asked } = await createFixture();
    vendor.names.set("00000000-0000-4000-8000-000000000001", null);
    const text = [
      `| Owner | <mention url="user://${PERSON_ID}" /> |`,
      `<mention-user url="user://${PERSON_ID}"/> and <mention-user url="user://00000000-0000-4000-8000-000000000001"/>`,
      `<mention-page url="https://www.notion.so/${RELATED_ID.replaceAll("-", "")}"/>`,
    ];
    vendor.pageStore.add("boiler", { title: "Boiler", text: text.join("\n\n") });
    vendor.pageStore.add("pump", { title: "Pump", text: text.join("\n\n") });
    await pass();
    const url = `https://www.notion.so/${RELATED_ID.replaceAll("-", "")}`;
    expect(textOf(await page())).toBe(
      ["| Owner | @Mia Krystof |", "@Mia Krystof and @someone", `[Order the valve](${url})`].join("\n\n"),
    );
    const lookups = asked.filter((path) => path.includes("users/"));
    expect(lookups).toEqual([...new Set(lookups)]);
  });

  test("reads the blocks that Notion leaves out of a long page, in their place and to the end", async () => {
    const { vendor, pass, page } = await createFixture();
    const [near, far, last] = [1, 2, 3].map((number) => `aaaaaaaa-0000-4000-8000-00000000000${number}`);
    const tag = (id = "") => `<unknown url="https://www.notion.so/p#${id.replaceAll("-", "")}"/>`;
    vendor.blocks.set(near ?? "", { markdown: `Near\n${tag(far)}` });
    vendor.blocks.set(far ?? "", { markdown: "Far" });
    vendor.blocks.set(last ?? "", { markdown: "Last" });
    const text = `Start\n\n${tag(near)}\n\nEnd`;
    vendor.pageStore.add("boiler", { title: "Boiler", text, missing: [near ?? "", far ?? "", last ?? ""] });
    await pass();
    const document = await page();
    expect(textOf(document).split(/\n+/)).toEqual(["Start", "Near", "Far", "End", "Last"]);
  });

  test("reads comments on the page and on the blocks that are discussed", async () => {
    const { vendor, pass, page } = await createFixture();
    const block = "bbbbbbbb-0000-4000-8000-000000000001";
    const discussion = "dddddddd-0000-4000-8000-000000000001";
    const id = "59833787-2cf9-4fdf-8782-000000000077";
    const comment = (fields: object) => ({
      ...{
        object: "comment",
        id: "c",
        parent: { type: "page_id", page_id: id },
        last_edited_time: "2026-01-05T10:00:00.000Z",
      },
      ...{
        discussion_id: "d",
        created_time: "2026-01-05T10:00:00.000Z",
        created_by: { object: "user", id: PERSON_ID },
      },
      ...fields,
    });
    const url = `discussion://${id}/${block}/${discussion}`;
    const text = `Order <span discussion-urls="${url}">the valve</span>, <span discussion-urls="discussion://eeeeeeee-0000-4000-8000-000000000001">soon</span>.`;
    const comments = {
      [id]: [comment({ rich_text: rich("Looks good") }), comment({ rich_text: 7 }), null],
      [block]: [
        comment({
          discussion_id: discussion,
          created_time: "2026-01-05T11:00:00.000Z",
          rich_text: rich("Which one?"),
          display_name: { type: "integration", resolved_name: "Helpdesk" },
          attachments: [
            { category: "image", file: { url: "https://a.example/photo.png?x", expiry_time: "" } },
          ],
        }),
      ],
    };
    vendor.pageStore.add("boiler", { id, title: "Boiler", text, comments: comments as never });
    await pass();
    const document = await page();
    expect(textOf(document)).toBe(
      [
        "Order the valve, soon.",
        "## Comments",
        "**Mia Krystof** (2026-01-05 10:00 UTC): Looks good",
        "**Helpdesk** (2026-01-05 11:00 UTC) on “the valve”: Which one? (attachment: photo.png)",
      ].join("\n\n"),
    );
    expect(document?.content.note).toBe("Not read: 3 comments (soon)");
  });

  test("says that the integration may not read comments", async () => {
    const { vendor, pass, page } = await createFixture();
    vendor.hideComments();
    vendor.pageStore.add("boiler", { title: "Boiler", text: "Words" });
    await pass();
    expect(textOf(await page())).toBe("Words");
    expect((await page())?.content.note).toBe(
      "Its comments are not read: the integration may not read comments",
    );
  });

  test("reads the entries of a long relation to their end", async () => {
    const { vendor, pass, page } = await createFixture();
    const relation = Array.from({ length: 25 }, () => ({ id: RELATED_ID }));
    const item = { object: "property_item", type: "relation", relation: { id: RELATED_ID } };
    vendor.entries.set(
      "r",
      Array.from({ length: 130 }, () => item),
    );
    const property = { id: "r", type: "relation", relation, has_more: true };
    vendor.pageStore.add("boiler", { title: "Boiler", text: "", properties: { Parts: property } });
    await pass();
    expect(textOf(await page()).match(/Order the valve/g)).toHaveLength(130);
  });

  test("makes a document of what a database is about and of its columns", async () => {
    const { vendor, pass, documents, connector } = await createFixture();
    const properties = {
      Name: { id: "title", name: "Name", type: "title", title: {}, description: null },
      Status: {
        ...{ id: "s", name: "Status", type: "status", description: "Where it stands" },
        status: {
          options: [
            { id: "a", name: "Open", color: "red" },
            { id: "b", name: "Done", color: "green" },
          ],
          groups: [],
        },
      },
    };
    vendor.pageStore.addDataSource(CONTAINERS.dataSource, { description: "All open tasks", properties });
    await pass();
    const id = `data_source:${CONTAINERS.dataSource}`;
    const table = (await documents()).find((document) => document.id === id);
    expect(table?.title).toBe("Tasks");
    expect(textOf(table)).toBe(
      "All open tasks\n\nWhat the team does\n\nColumns:\n\n- Name (title)\n- Status (status): Open, Done – Where it stands",
    );
    expect(await connector.listIds?.(signal)).toContain(id);
    expect((await connector.fetchItems?.([id], signal))?.documents).toHaveLength(1);
  });
});

describe("a page whose fields are dropped, null, of another type or of unknown kinds", () => {
  const properties = Object.fromEntries(Object.entries(PROPERTIES).map(([type, [value]]) => [type, value]));
  /** What a person reads in the examples, apart from names that are looked up. */
  const WORDS = /\b(heat|Urgent|In progress|Plumbers|3 days|Depot|Hill 7|bill\.pdf|8315)\b/g;

  test("leaves a document with every word that it has or a note, beside a page that is well", async () => {
    await fc.assert(
      fc.asyncProperty(mutatedJson(properties), async (broken) => {
        const { vendor, pass, documents } = await createFixture();
        vendor.pageStore.add("boiler", { title: "Boiler", text: "Words", properties: broken as object });
        vendor.pageStore.add("well", { title: "Well", text: "Well" });
        const pages = await pass();
        expect(pages.flatMap(({ failures }) => failures)).toEqual([]);
        const found = await documents();
        const document = found.find(
          ({ content }) => content.kind === "text" && content.text.endsWith("Words"),
        );
        expect(found.map(textOf)).toContain("Well");
        expect(document).toBeDefined();
        const lost = (JSON.stringify(broken).match(WORDS) ?? []).filter(
          (word) => !textOf(document).includes(word),
        );
        expect(document?.content.note === undefined ? lost : []).toEqual([]);
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  test("is a failure with its reason, beside a page that is well, when the page or its Markdown is not as documented", async () => {
    const { pass, context, vendor, documents, connectorWith } = await createFixture();
    vendor.pageStore.add("boiler", { title: "Boiler", text: "Words" });
    const reply = { markdown: "Words", id: "x", truncated: false, unknown_block_ids: [] };
    await fc.assert(
      fc.asyncProperty(mutatedJson(reply), async (broken) => {
        const api: typeof context.api = async (url, init) =>
          url.includes("/markdown") && !url.includes(RELATED_ID)
            ? Response.json(broken)
            : context.api(url, init);
        const id = "page:59833787-2cf9-4fdf-8782-000000000002";
        const { documents: found, failures } = (await connectorWith({ api }).fetchItems?.(
          [id, `page:${RELATED_ID}`],
          signal,
        )) ?? { documents: [], failures: [] };
        expect([...found, ...failures].map((item) => item.id).sort()).toEqual(
          [id, `page:${RELATED_ID}`].sort(),
        );
        for (const { reason } of failures)
          expect(reason).toMatch(/^Cannot read a page of Notion's: "markdown" is not/);
      }),
      { numRuns: 30 },
    );
    await pass();
    expect(await documents()).toHaveLength(2);
  });
});
