import { describe, expect, test } from "vitest";
import type { Settings } from "../../model/source";
import { createFakeClock } from "../../testing/fakes/fake-clock";
import { createFakeContext } from "../../testing/fakes/fake-context";
import { sourceFixture } from "../../testing/fixtures";
import { openTestStore } from "../../testing/store/open-test-store";
import { deliveredDocuments, runPass } from "../../testing/store/run-pass";
import { testService } from "../../testing/suites/test-service";
import { linear } from ".";
import { createFakeLinear } from "./testing/fake-linear";
import { DESIGN } from "./testing/fake-linear-data";

testService(linear, createFakeLinear);

const HOUR = 60 * 60_000;
const { signal } = new AbortController();

describe("linear", () => {
  async function setUp(settings: Settings = {}, addedAt = 0) {
    const clock = createFakeClock();
    const vendor = createFakeLinear({ now: clock.now });
    const store = openTestStore({ clock });
    const source = sourceFixture({ id: "source", connectorId: "linear", settings, addedAt });
    await store.addSource(source);
    const api = (url: string, init?: RequestInit) => {
      const headers = new Headers(init?.headers);
      linear.service?.authorize?.(headers, { kind: "token", token: vendor.token });
      return vendor.handle(new Request(url, { ...init, headers, signal: null }));
    };
    const context = createFakeContext({ source, clock, store, ports: { api } });
    const connector = linear.create(context);
    return {
      ...{ clock, vendor, connector },
      pass: async () => {
        clock.advance(HOUR);
        const pages = await runPass({ definition: linear, context, store });
        return pages.flatMap(({ documents, deletions }) => [...documents.map(({ id }) => id), ...deletions]);
      },
      document: async (id: string) => (await deliveredDocuments(store)).get(id),
      ids: async () => [...(await deliveredDocuments(store)).keys()].sort(),
    };
  }

  test("delivers an issue again for a comment, which does not change the issue's own date", async () => {
    const { vendor, pass, document } = await setUp();
    const id = vendor.create("launch");
    vendor.create("other");
    await pass();
    vendor.comment("launch", "Shipped on Monday");
    expect(await pass()).toEqual([id]);
    expect(JSON.stringify(await document(id))).toContain("Shipped on Monday");
    expect(await pass()).toEqual([]);
  });

  test("reads all comments of a long discussion, oldest first", async () => {
    const { clock, vendor, pass, document } = await setUp();
    const id = vendor.create("launch");
    for (let number = 1; number <= 130; number++) {
      clock.advance(1_000);
      vendor.comment("launch", `Remark ${number}`);
    }
    await pass();
    const content = (await document(id))?.content;
    const texts = content?.kind === "thread" ? content.messages.slice(1).map(({ text }) => text) : [];
    expect(texts).toEqual(Array.from({ length: 130 }, (_, at) => `Remark ${at + 1}`));
    expect(await pass()).toEqual([]);
  });

  test("keeps an archived issue and deletes one in the bin", async () => {
    const { vendor, pass } = await setUp();
    const archived = vendor.create("finished");
    const trashed = vendor.create("mistaken");
    await pass();
    vendor.archive("finished");
    vendor.remove("mistaken");
    expect((await pass()).sort()).toEqual([archived, trashed].sort());
    expect(await pass()).toEqual([]);
  });

  test("reads project updates with their comments, and documents", async () => {
    const { vendor, pass, document, ids } = await setUp();
    const update = vendor.data.addUpdate("beta");
    vendor.data.addDocument("handbook");
    await pass();
    expect(await ids()).toEqual(["document:document-handbook", "update:update-beta"]);
    vendor.data.addComment(update, "Well done");
    expect(await pass()).toEqual(["update:update-beta"]);
    expect(JSON.stringify(await document("update:update-beta"))).toContain("Well done");
  });

  test.each<[string, Settings, readonly string[]]>([
    ["another team", { teams: "des" }, []],
    [
      "the team, however written",
      { teams: "eng, DES" },
      ["document:document-handbook", "issue:issue-launch"],
    ],
    ["a label it has", { labels: "bug" }, ["issue:issue-launch"]],
    ["a label it has not", { labels: "docs" }, []],
    ["issues only", { documents: false }, ["issue:issue-launch"]],
    ["a later day", { since: "2100-01-01" }, []],
  ])("reads only what the settings choose: %s", async (_, settings, expected) => {
    const { vendor, pass, ids, connector } = await setUp(settings);
    vendor.create("launch");
    vendor.data.addDocument("handbook");
    await pass();
    expect(await ids()).toEqual(expected);
    expect([...((await connector.listIds?.(signal)) ?? [])].sort()).toEqual(expected);
  });

  test("reports how far back issues have been read, without regard to new comments", async () => {
    const { clock, vendor, connector } = await setUp({}, createFakeClock().now() + 60 * HOUR);
    for (let number = 1; number <= 60; number++) {
      vendor.create(`issue ${number}`);
      clock.advance(HOUR);
    }
    const oldestListed = createFakeClock().now() + 10 * HOUR;
    let page = await connector.pull(undefined, signal);
    for (let lists = 1; lists < 7; lists++) page = await connector.pull(page.cursor, signal);
    expect(page.progress).toEqual({ backfill: true, coveredSince: oldestListed });
  });

  test("reads an old issue that was commented on since the chosen day", async () => {
    const inTwentyDays = new Date(createFakeClock().now() + 20 * 24 * HOUR).toISOString().slice(0, 10);
    const { clock, vendor, pass, connector } = await setUp({ since: inTwentyDays });
    const id = vendor.create("launch");
    await pass();
    expect(await connector.listIds?.(signal)).toEqual([]);
    clock.advance(40 * 24 * HOUR);
    vendor.comment("launch", "Once more");
    expect(await pass()).toEqual([id]);
    expect(await connector.listIds?.(signal)).toEqual([id]);
  });

  test("finds documents beside issues, and none in the bin", async () => {
    const { vendor, connector } = await setUp();
    vendor.create("launch plan");
    vendor.create("launch party");
    vendor.remove("launch party");
    vendor.data.addDocument("launch notes");
    const found = await connector.search?.({ text: "launch", limit: 5 }, signal);
    expect(found?.map(({ id }) => id)).toEqual(["issue:issue-launch plan", "document:document-launch notes"]);
  });

  test.each<[Settings, string]>([
    [{ teams: "eng, NOPE" }, 'Cannot find team "NOPE" in Linear: change "Teams"'],
    [{ teams: "DES", labels: "Bug, Bugg" }, 'Cannot find label "Bugg" in Linear: change "Labels"'],
  ])("names the part of %j that does not exist", async (settings, message) => {
    const { connector } = await setUp(settings);
    await expect(connector.pull(undefined, signal)).rejects.toMatchObject({ code: "settings", message });
  });

  test("accepts the name of a team or the address of its page", async () => {
    const { vendor, pass, ids } = await setUp({
      teams: "https://linear.app/acme/team/ENG/all, design",
      documents: false,
    });
    vendor.create("launch");
    vendor.data.addIssue("logo", "Logo", DESIGN);
    await pass();
    expect(await ids()).toEqual(["issue:issue-launch", "issue:issue-logo"]);
  });

  test("reports an issue with an invalid date", async () => {
    const { vendor, connector } = await setUp();
    const id = vendor.create("launch");
    vendor.create("other");
    const issue = vendor.data.issueNamed("launch");
    vendor.data.issues.set(issue.id, { ...issue, updatedAt: "soon" });
    const failures: string[] = [];
    for (let cursor: string | undefined, done = false; !done; ) {
      const page = await connector.pull(cursor, signal);
      failures.push(...page.failures.map((failure) => failure.id));
      ({ cursor, done } = page);
    }
    expect(failures).toEqual([id]);
  });

  test("keeps the last thousand comments of a long discussion and notes the omission", async () => {
    const { clock, vendor, pass, document } = await setUp();
    const id = vendor.create("launch");
    for (let number = 1; number <= 1_010; number++) {
      clock.advance(1_000);
      vendor.comment("launch", `Remark ${number}`);
    }
    await pass();
    const content = (await document(id))?.content;
    const messages = content?.kind === "thread" ? content.messages : [];
    expect(messages).toHaveLength(1_001);
    expect(messages.at(-1)?.text).toBe("Remark 1010");
    expect(content?.kind === "thread" && content.note).toBe("Only its last 1000 comments are here");
  });

  test("reads comments written while this computer's clock was ahead", async () => {
    const { clock, vendor, pass } = await setUp({}, createFakeClock().now() + 3 * HOUR);
    const id = vendor.create("launch");
    await pass();
    clock.advance(1_000);
    vendor.comment("launch", "Shipped");
    expect(await pass()).toEqual([id]);
  });
});
