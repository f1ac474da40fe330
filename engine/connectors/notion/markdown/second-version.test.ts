import { describe, expect, test } from "vitest";
import { toPlainMarkdown } from "./to-plain-markdown";

const lines = (...all: string[]) => all.join("\n");

const names = {
  user: (id: string) => (id === "d40e767c-d7af-4b18-a86d-55c61f1e39a4" ? "Mia" : undefined),
  page: (id: string) => (id === "59833787-2cf9-4fdf-8782-e53db20768a5" ? "Boiler" : undefined),
};

describe("toPlainMarkdown() of the second version", () => {
  test.each([
    [
      "quotes, toggles and headings with their children",
      lines(
        '<quote color="purple_bg">',
        "Said",
        "",
        "- child",
        "",
        '<callout icon="x">',
        "Within",
        "</callout>",
        "</quote>",
        "",
        '<toggle heading="h2">',
        "More",
        "",
        "Hidden",
        "</toggle>",
        "",
        "<toggle>",
        "Fold",
        "",
        "Folded",
        "</toggle>",
        '<h3 color="red">Third</h3>',
        "<p />",
        '<p color="red">Plain</p>',
      ),
      lines(
        ...[
          "> Said",
          ">",
          "> - child",
          ">",
          "",
          "> Within",
          "",
          "## More",
          "",
          "Hidden",
          "",
          "**Fold**",
          "",
          "Folded",
        ],
        ...["", "### Third", "", "Plain"],
      ),
    ],
    [
      "lists, to-dos with their state, and equations",
      lines(
        "- [ ] open",
        '<todo checked="true" color="red">done</todo>',
        "<ol>",
        "<li>one",
        "<ul>",
        "<li>deep</li>",
        "</ul>",
        "</li>",
        "<li>two</li>",
        "</ol>",
        '<equation color="red">x + y = z</equation>',
      ),
      lines(
        "- [ ] open",
        "",
        "- [x] done",
        "",
        "1. one",
        "    - deep",
        "2. two",
        "",
        "$$",
        "x + y = z",
        "$$",
      ),
    ],
    [
      "mentions with and without labels, and dates with times and zones",
      lines(
        'Owner: <mention url="user://d40e767c-d7af-4b18-a86d-55c61f1e39a4" />, <mention url="user://1">Ann</mention>',
        'and <mention url="user://00000000-0000-0000-0000-000000000000" /> of <mention url="agent://1" />',
        'see <mention url="https://www.notion.so/598337872cf94fdf8782e53db20768a5" /> and <mention url="collection://1" type="database">Tasks</mention>',
        '<date start="2026-01-05" end="2026-01-06" start-time="10:00" end-time="11:30" time-zone="Europe/Paris" />',
      ),
      lines(
        "Owner: @Mia, @Ann",
        "and @someone of @agent",
        "see [Boiler](https://www.notion.so/598337872cf94fdf8782e53db20768a5) and Tasks",
        "2026-01-05 10:00 to 2026-01-06 11:30 (Europe/Paris)",
      ),
    ],
    [
      "bookmarks, embeds, folders and databases as links",
      lines(
        '<bookmark source="https://a.example/b">Read this</bookmark>',
        '<embed source="https://a.example/e"></embed>',
        '<external_object_instance integration="figma">Design</external_object_instance>',
        '<folder url="https://www.notion.so/f">Plans</folder>',
        '<database url="https://www.notion.so/d" data-source-url="collection://1" inline="true">Tasks</database>',
      ),
      lines(
        "[Read this](https://a.example/b)",
        "[https://a.example/e](https://a.example/e)",
        "Design",
        "[Plans](https://www.notion.so/f)",
        "[Tasks](https://www.notion.so/d)",
      ),
    ],
    [
      "meeting notes with attendees and sections",
      lines(
        '<meeting-notes attendees="user://d40e767c-d7af-4b18-a86d-55c61f1e39a4,user://1" view-url="x">Weekly<meeting-notes-section-notes>Ship it</meeting-notes-section-notes><meeting-notes-section-summary>',
        "We ship",
        "</meeting-notes-section-summary></meeting-notes>",
      ),
      lines(
        "Attendees: Mia, someone",
        "",
        "**Weekly**",
        "",
        "**Notes**",
        "",
        "Ship it",
        "",
        "**Summary**",
        "",
        "We ship",
      ),
    ],
    [
      "tabs, columns, synced blocks and mails",
      lines(
        '<tabs><tab icon="x">',
        "First",
        "",
        "Inside",
        "</tab></tabs>",
        '<columns><column ratio="50">',
        "Left",
        "</column></columns>",
        '<synced-block url="https://www.notion.so/s">',
        "Same",
        "</synced-block>",
        '<mail to="a@b.example" subject="Offer">',
        "Dear A",
        "</mail>",
      ),
      lines(
        ...[
          "**First**",
          "",
          "Inside",
          "",
          "Left",
          "",
          "Same",
          "",
          "Subject: Offer",
          "To: a@b.example",
          "",
          "Dear A",
        ],
      ),
    ],
    [
      "tables with head cells, and pipe tables",
      lines(
        '<table header-row="true"><tr><th>Name</th><th>No</th></tr><tr><td color="red">',
        "",
        "<b>Mia</b>",
        "",
        "</td><td>7</td></tr></table>",
        "",
        "| a | b |",
        "| - | - |",
        "| <u>1</u> | 2 |",
      ),
      lines("| Name | No |", "| --- | --- |", "| **Mia** | 7 |", "", "| a | b |", "| - | - |", "| 1 | 2 |"),
    ],
  ])("keeps %s", (_, enhanced, plain) => {
    expect(toPlainMarkdown(enhanced, { names, leaveOut: () => {} })).toBe(plain);
  });
});

test("toPlainMarkdown() says what it leaves out", () => {
  const omissions: unknown[] = [];
  const leaveOut = (omission: unknown) => omissions.push(omission);
  const enhanced = lines(
    "![Plan](https://prod-files-secure.s3.amazonaws.com/x.png)",
    '<pdf source="https://prod-files-secure.s3.amazonaws.com/y.pdf" />',
    '<unknown url="https://www.notion.so/a#b" alt="form"/>',
    '<custom-block definition-id="1" />',
    "<meeting-notes>Weekly<meeting-notes-section-transcript>Transcript omitted, see …</meeting-notes-section-transcript></meeting-notes>",
  );
  expect(toPlainMarkdown(enhanced, { names, leaveOut })).toContain("[form](https://www.notion.so/a#b)");
  expect(omissions).toEqual([
    { kind: "picture", name: "Plan" },
    { kind: "file", name: "y.pdf" },
    { kind: "block", name: "form" },
    { kind: "block", name: "custom block" },
    { kind: "transcript", name: "" },
  ]);
});
