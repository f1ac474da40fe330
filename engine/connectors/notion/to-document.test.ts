import { expect, test } from "vitest";
import { pageSchema } from "./schema";
import { toDocument } from "./to-document";

const PAGE = pageSchema.parse({
  object: "page",
  id: "59833787-2cf9-4fdf-8782-e53db20768a5",
  url: "https://www.notion.so/Boiler-598337872cf94fdf8782e53db20768a5",
  created_time: "2026-01-05T10:00:00.000Z",
  last_edited_time: "2026-01-06T11:30:00.000Z",
  created_by: { object: "user", id: "1" },
  parent: { type: "workspace", workspace: true },
  properties: {
    Name: { type: "title", title: [{ plain_text: "Boiler" }] },
    Status: { type: "status", status: { name: "Done" } },
    Owner: { type: "people", people: [{ name: "Emma Richards" }] },
  },
});

const names = { user: (id: string) => (id === "1" ? "Mia Krystof" : undefined), page: () => undefined };
const READ = {
  properties: PAGE.properties,
  markdown: "",
  comments: [],
  omissions: [],
  mayReadComments: true,
};

test("toDocument() puts the properties above the text", () => {
  const document = toDocument(PAGE, {
    version: "7",
    read: { ...READ, markdown: '<callout icon="x">\n\tMind it\n</callout>' },
    names,
    container: ["Home"],
    author: "Mia Krystof",
    editor: "Mia Krystof",
  });
  expect(document).toEqual({
    id: "page:59833787-2cf9-4fdf-8782-e53db20768a5",
    type: "page",
    title: "Boiler",
    url: "https://www.notion.so/Boiler-598337872cf94fdf8782e53db20768a5",
    version: "7",
    author: "Mia Krystof",
    people: ["Mia Krystof", "Emma Richards"],
    container: ["Home"],
    createdAt: Date.UTC(2026, 0, 5, 10),
    updatedAt: Date.UTC(2026, 0, 6, 11, 30),
    content: {
      kind: "text",
      mediaType: "text/markdown",
      text: "- Status: Done\n- Owner: Emma Richards\n\nMind it",
    },
  });
});

test("toDocument() calls a page without a title untitled", () => {
  const page = { ...PAGE, properties: {} };
  expect(toDocument(page, { version: "7", read: undefined, container: [], names }).title).toBe("Untitled");
});

test("toDocument() links to the page by its id when Notion's link is foreign", () => {
  const page = { ...PAGE, url: "javascript:alert(1)" };
  const { url } = toDocument(page, { version: "7", read: undefined, container: [], names });
  expect(url).toBe("https://www.notion.so/598337872cf94fdf8782e53db20768a5");
});

test("toDocument() puts the comments below the text, with author, time and what they are about", () => {
  const comment = {
    discussion: "d",
    createdAt: Date.UTC(2026, 0, 6, 9, 30),
    userId: "1",
    name: undefined,
    anchor: "",
  };
  const comments = [
    { ...comment, text: "Looks good" },
    { ...comment, text: "Which valve?", name: "Helpdesk", anchor: "the valve" },
    { ...comment, text: "Mine", userId: undefined, createdAt: undefined },
  ];
  const { content } = toDocument(PAGE, { version: "7", read: { ...READ, comments }, container: [], names });
  expect(content.kind === "text" && content.text.split("## Comments\n\n")[1]).toBe(
    [
      "**Mia Krystof** (2026-01-06 09:30 UTC): Looks good",
      "**Helpdesk** (2026-01-06 09:30 UTC) on “the valve”: Which valve?",
      "**Someone**: Mine",
    ].join("\n\n"),
  );
});

test("toDocument() says what it leaves out", () => {
  const read = {
    ...READ,
    markdown: '<pdf src="https://prod-files-secure.s3.amazonaws.com/y.pdf">Terms</pdf>',
    omissions: [{ kind: "private", name: "" } as const],
    mayReadComments: false,
  };
  const { content } = toDocument(PAGE, { version: "7", read, container: [], names });
  expect(content.note).toBe(
    "Not read: 1 block that is left out or not shared, 1 file (Terms); Its comments are not read: the integration may not read comments",
  );
});
