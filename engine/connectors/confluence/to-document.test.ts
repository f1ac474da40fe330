import { expect, test } from "vitest";
import { NO_EXTRAS } from "./extras";
import { toDocument } from "./to-document";

const TARGETS = { base: "https://acme.atlassian.net/wiki", jiraBase: "https://acme.atlassian.net" };

const PAGE = {
  kind: "page",
  id: "98306",
  title: "On call",
  version: "4 65537 98305",
  updatedAt: 2_000,
  createdAt: 1_000,
  author: "Mia Krystof",
  editor: "Emma Richards",
  space: { key: "ENG", name: "Engineering" },
  ancestors: ["Handbook", "Nights"],
  storage: '<p>Read <ac:link><ri:page ri:content-title="Home"/></ac:link></p>',
  webui: "/spaces/ENG/pages/98306/On+call",
  extras: NO_EXTRAS,
  lost: [],
} as const;

test("toDocument() delivers location, author and text of a page", async () => {
  expect(await toDocument(PAGE, TARGETS)).toEqual({
    id: "page:98306",
    type: "page",
    title: "On call",
    url: "https://acme.atlassian.net/wiki/spaces/ENG/pages/98306/On+call",
    version: "4 65537 98305",
    author: "Mia Krystof",
    people: ["Mia Krystof", "Emma Richards"],
    container: ["Engineering", "Handbook", "Nights"],
    createdAt: 1_000,
    updatedAt: 2_000,
    contentHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    content: {
      kind: "text",
      mediaType: "text/html; part=content",
      text: '<p>Read <a href="https://acme.atlassian.net/wiki/display/ENG/Home">Home</a></p>',
    },
  });
});

test("toDocument() builds the address from the id when Confluence gives none", async () => {
  const { kind, id, title, version, updatedAt, storage, extras, lost } = PAGE;
  const bare = { kind, id, title, version, updatedAt, storage, extras, lost, ancestors: [] };
  const document = await toDocument(bare, TARGETS);
  expect(document.url).toBe("https://acme.atlassian.net/wiki/pages/viewpage.action?pageId=98306");
  expect(document).not.toHaveProperty("container");
  expect(document).not.toHaveProperty("author");
});
