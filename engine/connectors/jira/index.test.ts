import { describe, expect, test } from "vitest";
import type { SourceDocument } from "../../model/source-document";
import { testService } from "../../testing/suites/test-service";
import type { ConnectorDefinition } from "../connector";
import { connectFake, signedFetch } from "../shared/vendors/atlassian/testing/connect-fake";
import { jira } from ".";
import { createFakeJira } from "./testing/fake-jira";

testService(jira, createFakeJira);

const { service } = jira.declaration;
/** Atlas has no OAuth method for Data Center. */
const onDataCenter: ConnectorDefinition = {
  ...jira,
  declaration: {
    ...jira.declaration,
    id: "jira on Data Center",
    ...(service && {
      service: { ...service, signIn: service.signIn.filter(({ kind }) => kind === "token") },
    }),
  },
};

testService(onDataCenter, (options) => createFakeJira(options, "server"));

const NOW = Date.UTC(2026, 0, 5, 12);
const { signal } = new AbortController();

function messagesOf(document: SourceDocument | undefined) {
  return document?.content.kind === "thread" ? document.content.messages : [];
}

describe("jira", () => {
  test("reads all comments of a long discussion, each with its link", async () => {
    const vendor = createFakeJira({ now: () => NOW, pageSize: 2 }, "site");
    vendor.create("boiler");
    for (const at of [2, 3, 4, 5, 6]) vendor.comment("boiler", `Comment ${at}`);
    const { connector } = connectFake(jira, vendor);
    const [document] = (await connector.pull(undefined, signal)).documents;
    const messages = messagesOf(document);
    expect(messages).toHaveLength(7);
    expect(messages.at(-1)).toMatchObject({
      author: "Emma Richards",
      text: "Comment 6",
      url: "https://acme.atlassian.net/browse/EX-1?focusedCommentId=1000105",
    });
  });

  test.each(["site", "server"] as const)(
    "reads only the chosen projects and labels of a %s",
    async (edition) => {
      const vendor = createFakeJira({ now: () => NOW }, edition);
      vendor.createIn("EX", "boiler", ["heat"]);
      vendor.createIn("OPS", "pager", ["heat", "night"]);
      vendor.createIn("OPS", "roster", ["day"]);
      const settings = { projects: "OPS", labels: "heat, night" };
      const { connector } = connectFake(jira, vendor, { settings });
      const { documents } = await connector.pull(undefined, signal);
      expect(documents.map(({ title }) => title)).toEqual(["OPS-2 Repair the pager"]);
      expect(await connector.listIds?.(signal)).toEqual(["issue:10002"]);
      expect(await connector.search?.({ text: "boiler", limit: 5 }, signal)).toEqual([]);
    },
  );

  test("names the project that does not exist", async () => {
    const vendor = createFakeJira({ now: () => NOW });
    const { connector } = connectFake(jira, vendor, { settings: { projects: 'N"O' } });
    await expect(connector.pull(undefined, signal)).rejects.toMatchObject({
      code: "settings",
      message: `Cannot read Jira: "The value 'N"O' does not exist for the field 'project'." (status is 400); check the source's settings`,
    });
  });

  test("leaves out issues last changed before the chosen day, in any time zone of the person's profile", async () => {
    let now = Date.UTC(2026, 0, 4, 23, 59);
    const vendor = createFakeJira({ now: () => now });
    vendor.create("late on the day before");
    now = Date.UTC(2026, 0, 5);
    const kept = vendor.create("first thing on the day");
    const { connector } = connectFake(jira, vendor, { settings: { since: "2026-01-05" } });
    expect((await connector.pull(undefined, signal)).documents.map(({ id }) => id)).toEqual([kept]);
    expect(await connector.listIds?.(signal)).toEqual([kept]);
  });

  test("searches for the words of any text a person types", async () => {
    const vendor = createFakeJira({ now: () => NOW });
    const id = vendor.create("boiler");
    const { connector } = connectFake(jira, vendor);
    const search = (text: string) => connector.search?.({ text, limit: 5 }, signal);
    expect((await search('repair AND (the) "boiler"?!'))?.map((each) => each.id)).toEqual([id]);
    expect(await search('?!"')).toEqual([]);
    const old = await connector.search?.({ text: "boiler", limit: 5, updatedBefore: NOW - 1 }, signal);
    expect(old).toEqual([]);
  });

  test("deletes nothing when issues disappear while Data Center counts them", async () => {
    const vendor = createFakeJira({ now: () => NOW, pageSize: 1 }, "server");
    for (const name of ["one", "two", "three"]) vendor.create(name);
    const { connector, requests } = connectFake(jira, {
      ...vendor,
      handle: async (request) => {
        if (requests.length === 2) vendor.remove("three");
        return vendor.handle(request);
      },
    });
    await expect(connector.listIds?.(signal)).rejects.toMatchObject({ code: "read-item" });
  });
});

describe("identify()", () => {
  const identify = (settings: Record<string, string>, credential: "oauth" | "token") => {
    const vendor = createFakeJira({ now: () => NOW });
    return jira.service?.identify({ api: signedFetch(vendor), settings, credential, signal });
  };

  test("uses the site granted by OAuth, and keeps its cloud id", async () => {
    expect(await identify({ site: "" }, "oauth")).toEqual({
      id: "1324a887-45db-1bf4-1e99-ef0ff456d421",
      name: "acme.atlassian.net",
      details: { cloudId: "1324a887-45db-1bf4-1e99-ef0ff456d421", siteUrl: "https://acme.atlassian.net" },
    });
  });

  test("refuses a site that was not granted", async () => {
    await expect(identify({ site: "https://other.atlassian.net" }, "oauth")).rejects.toMatchObject({
      code: "settings",
    });
  });

  test("accepts any spelling of the site, and reports an unneeded address", async () => {
    expect(await identify({ site: " ACME.atlassian.net/jira " }, "oauth")).toMatchObject({
      name: "acme.atlassian.net",
    });
    await expect(identify({ baseUrl: "https://acme.atlassian.net" }, "oauth")).rejects.toMatchObject({
      code: "settings",
      message: 'Leave "Site address" empty to sign in with Atlassian; name the site under "Site" instead',
    });
  });

  test("requires the site's address when there is only a token", async () => {
    await expect(identify({ baseUrl: "" }, "token")).rejects.toMatchObject({ code: "settings" });
  });
});
