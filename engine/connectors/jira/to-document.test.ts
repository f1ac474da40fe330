import { expect, test } from "vitest";
import { issueSchema } from "./schema";
import { toDocument } from "./to-document";

const SITE = { apiUrl: "https://acme.atlassian.net", siteUrl: "https://acme.atlassian.net", cloud: true };

const doc = (text: string) => ({
  type: "doc",
  version: 1,
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
});

const RAW = {
  id: "10002",
  key: "ED-1",
  fields: {
    summary: "Main order flow broken",
    updated: "2021-01-18T23:45:00.000+0100",
    created: "2021-01-17T12:34:00.000+0000",
    description: doc("It stops at the till."),
    issuetype: { name: "Bug" },
    status: { name: "To Do" },
    labels: ["shop", "till"],
    project: { key: "ED", name: "Example Desk" },
    reporter: { displayName: "Mia Krystof" },
    assignee: { displayName: "Emma Richards" },
    parent: { key: "ED-0", fields: { summary: "Orders" } },
    attachment: [{ id: 1, filename: "debuglog.txt" }],
  },
};

const COMMENTS = [
  {
    id: "2",
    created: "2021-01-17T13:00:00.000+0000",
    author: { displayName: "Mia Krystof" },
    body: doc("Again."),
  },
  { id: "1", created: "2021-01-17T12:40:00.000+0000", author: null, body: doc("Seen.") },
  { id: "3", body: "no time" },
];

test("toDocument() delivers fields, description and comments as one thread", () => {
  expect(toDocument(issueSchema.parse(RAW), { comments: COMMENTS }, SITE)).toEqual({
    id: "issue:10002",
    type: "issue",
    title: "ED-1 Main order flow broken",
    url: "https://acme.atlassian.net/browse/ED-1",
    version: "1611009900000 ED-1",
    author: "Mia Krystof",
    people: ["Mia Krystof", "Emma Richards"],
    container: ["Example Desk"],
    createdAt: Date.UTC(2021, 0, 17, 12, 34),
    updatedAt: Date.UTC(2021, 0, 18, 22, 45),
    content: {
      kind: "thread",
      messages: [
        {
          author: "Mia Krystof",
          sentAt: Date.UTC(2021, 0, 17, 12, 34),
          text: [
            "- Issue: ED-1, Bug",
            "- Status: To Do",
            "- Assignee: Emma Richards",
            "- Labels: shop, till",
            "- Parent: ED-0 Orders",
            "- Attachments: debuglog.txt",
            "",
            "It stops at the till.",
          ].join("\n"),
          url: "https://acme.atlassian.net/browse/ED-1",
        },
        {
          author: "Unknown",
          sentAt: Date.UTC(2021, 0, 17, 12, 40),
          text: "Seen.",
          url: "https://acme.atlassian.net/browse/ED-1?focusedCommentId=1",
        },
        {
          author: "Mia Krystof",
          sentAt: Date.UTC(2021, 0, 17, 13),
          text: "Again.",
          url: "https://acme.atlassian.net/browse/ED-1?focusedCommentId=2",
        },
      ],
      note: "1 of its comments could not be read",
    },
  });
});

test("toDocument() converts wiki markup of Data Center", () => {
  const issue = issueSchema.parse({
    ...RAW,
    fields: { ...RAW.fields, description: "h2. Why\n*Till* {{stop}}" },
  });
  const { content } = toDocument(issue, { comments: [] }, { ...SITE, cloud: false });
  expect(JSON.stringify(content)).toContain("## Why\\n\\n**Till** `stop`");
});

test("issueSchema accepts an issue whose optional fields are missing, empty or of another type", () => {
  const { summary, updated } = RAW.fields;
  for (const odd of [undefined, null, 7, "x", []]) {
    const optional = {
      status: odd,
      labels: odd,
      project: odd,
      reporter: odd,
      attachment: odd,
      comment: odd,
      created: odd,
    };
    const issue = issueSchema.parse({ id: "1", key: "A-1", fields: { summary, updated, ...optional } });
    expect(toDocument(issue, { comments: [] }, SITE).title).toBe("A-1 Main order flow broken");
  }
});
