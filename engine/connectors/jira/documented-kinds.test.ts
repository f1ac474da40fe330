import { expect, test } from "vitest";
import { createFakeClock } from "../../testing/fakes/fake-clock";
import { createFakeContext } from "../../testing/fakes/fake-context";
import { sourceFixture } from "../../testing/fixtures";
import { openTestStore } from "../../testing/store/open-test-store";
import { deliveredDocuments, runPass } from "../../testing/store/run-pass";
import { connectFake, signedFetch } from "../shared/vendors/atlassian/testing/connect-fake";
import { jira } from ".";
import { createFakeJira } from "./testing/fake-jira";

const { signal } = new AbortController();
const NOW = Date.UTC(2026, 0, 5, 12);

const adf = (text: string) => ({
  type: "doc",
  version: 1,
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});
const related = (key: string, summary: string) => ({ key, fields: { summary, status: { name: "Done" } } });

/** Every kind of field that Jira documents, besides those of all issues of the fake. */
const EVERY_FIELD = {
  environment: adf("Till 7, firmware 2"),
  resolution: { name: "Fixed" },
  resolutiondate: "2026-01-04T10:00:00.000+0000",
  duedate: "2026-02-01",
  components: [{ name: "Checkout" }],
  versions: [{ name: "2.3" }],
  fixVersions: [{ name: "2.4" }],
  security: { name: "Staff only" },
  parent: { key: "EX-90", fields: { summary: "Orders", issuetype: { name: "Epic" } } },
  subtasks: [related("EX-91", "Print the slip")],
  issuelinks: [
    { type: { inward: "is blocked by", outward: "blocks" }, outwardIssue: related("EX-92", "Close the day") },
    { type: { inward: "is blocked by", outward: "blocks" }, inwardIssue: related("EX-93", "New drawer") },
  ],
  timetracking: { originalEstimate: "2d", timeSpent: "3h", remainingEstimate: "1d" },
  customfield_10016: 5,
  customfield_10020: [{ id: 7, name: "Sprint 7", state: "active" }],
  customfield_10031: adf("Given an open till\nThen it closes"),
  customfield_10040: { value: "East", child: { value: "Seoul" } },
  customfield_19999: { self: "https://acme.atlassian.net/x", opaque: { depth: 1 } },
};

const WORDS = [
  ...["Till 7, firmware 2", "- Resolution: Fixed, 2026-01-04", "- Due: 2026-02-01", "- Components: Checkout"],
  ...["- Affects versions: 2.3", "- Fix versions: 2.4", "- Security level: Staff only"],
  ...["- Parent: EX-90 Orders (Epic)", "- Sub-tasks: EX-91 Print the slip (Done)"],
  ...["- Blocks: EX-92 Close the day (Done)", "- Is blocked by: EX-93 New drawer (Done)"],
  ...[
    "- Time: 2d estimated, 3h logged, 1d remaining",
    "- Story point estimate: 5",
    "- Sprint: Sprint 7 (active)",
  ],
  ...["## Acceptance criteria\n\nGiven an open till\nThen it closes", "- Team area: East / Seoul"],
  ...["- Attachments: notes.txt", "Logged 1h 30m: Soldered it", "Saw the boiler."],
];

test("every documented field of an issue leaves words, and an unreadable one a note", async () => {
  const vendor = createFakeJira({ now: () => NOW }, "site");
  vendor.create("boiler");
  vendor.change("boiler", {
    extra: EVERY_FIELD,
    worklogs: ["Soldered it"],
    attachments: [{ id: 7, filename: "notes.txt", text: "The valve is worn" }],
  });
  const { connector } = connectFake(jira, vendor);
  const { documents } = await connector.pull(undefined, signal);
  const [issue, file] = documents;
  const text =
    issue?.content.kind === "thread" ? issue.content.messages.map((each) => each.text).join("\n") : "";
  for (const words of WORDS) expect(text).toContain(words);
  expect(issue?.content.note).toBe("Fields that could not be read: customfield_19999");
  expect(file).toMatchObject({
    id: "attachment:10001/7",
    title: "notes.txt",
    fileName: "notes.txt",
    author: "Emma Richards",
    container: ["Example", "EX-1 Repair the boiler"],
  });
});

test("worklogs of a long list are read to their end", async () => {
  const vendor = createFakeJira({ now: () => NOW, pageSize: 2 }, "site");
  vendor.create("boiler");
  vendor.change("boiler", { worklogs: ["one", "two", "three", "four", "five"] });
  const [issue] = (await connectFake(jira, vendor).connector.pull(undefined, signal)).documents;
  const messages = issue?.content.kind === "thread" ? issue.content.messages : [];
  expect(messages.filter(({ text }) => text.startsWith("Logged"))).toHaveLength(5);
});

test("mentions on Data Center have names, and each unknown person is asked for once", async () => {
  const vendor = createFakeJira({ now: () => NOW }, "server");
  vendor.create("boiler");
  vendor.change("boiler", { text: "||Owner||\n|[~emma]|\n|[~ole]|\n|[~gone]|" });
  vendor.create("pump");
  vendor.change("pump", { text: "[~ole] and [~gone]" });
  const { connector, requests } = connectFake(jira, vendor);
  const { documents } = await connector.pull(undefined, signal);
  const text = JSON.stringify(documents);
  expect(text).toContain("| @Emma Richards |\\n| @Ole Berg |\\n| @gone |");
  expect(text).toContain("@Ole Berg and @gone");
  expect(requests.filter(({ pathname }) => pathname.endsWith("/user"))).toHaveLength(2);
});

const file = (id: number, filename: string) => ({ id, filename, text: `About ${filename}` });

test("attachments are delivered once, kept by the list of ids and deleted with their issue's change", async () => {
  const clock = createFakeClock();
  const vendor = createFakeJira({ now: clock.now }, "server");
  vendor.create("boiler");
  vendor.change("boiler", { attachments: [file(1, "a.txt"), file(2, "b.pdf"), file(3, "c.mp4")] });
  const store = openTestStore({ clock });
  const source = sourceFixture({ settings: vendor.settings ?? {}, account: vendor.account });
  await store.addSource(source);
  const requests: URL[] = [];
  const ports = { api: signedFetch(vendor, requests) };
  const contextNow = async () =>
    createFakeContext({ source: (await store.getSource(source.id)) ?? source, clock, store, ports });
  await runPass({ definition: jira, context: await contextNow(), store });
  const ids = async () => [...(await deliveredDocuments(store)).keys()].sort();
  expect(await ids()).toEqual(["attachment:10001/1", "attachment:10001/2", "issue:10001"]);
  const issue = (await deliveredDocuments(store)).get("issue:10001");
  expect(issue?.content.note).toBe("Attachments not read: c.mp4 (a video)");
  clock.advance(10 * 60_000);
  vendor.change("boiler", { attachments: [file(2, "b.pdf")] });
  await runPass({ definition: jira, context: await contextNow(), store });
  expect(await ids()).toEqual(["attachment:10001/2", "issue:10001"]);
  expect(requests.filter(({ pathname }) => pathname.includes("/secure/attachment/"))).toHaveLength(2);
  const connector = jira.create(await contextNow());
  const fetched = await connector.fetchItems?.(["attachment:10001/2", "attachment:10001/1"], signal);
  expect(fetched?.documents.map(({ id }) => id)).toEqual(["attachment:10001/2"]);
  expect(fetched?.deletions).toEqual(["attachment:10001/1"]);
});

test("attachments are only named when the person switches them off", async () => {
  const vendor = createFakeJira({ now: () => NOW }, "site");
  vendor.create("boiler");
  vendor.change("boiler", { attachments: [file(1, "a.txt")] });
  const { connector } = connectFake(jira, vendor, { settings: { attachments: false } });
  const { documents } = await connector.pull(undefined, signal);
  expect(documents).toHaveLength(1);
  expect(documents[0]?.content.note).toBe("Attachments not read: a.txt");
});
