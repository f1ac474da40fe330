import type { BlockObjectResponse } from "@notionhq/client";
import { PERSON_ID, RELATED_ID } from "./documented-properties";

const EXPIRING = "https://prod-files-secure.s3.us-west-2.amazonaws.com/a/b";
const page = `https://www.notion.so/${RELATED_ID.replaceAll("-", "")}`;

/** What Notion renders for each documented kind of block in the two versions of its Markdown, with its words. */
export const BLOCKS: {
  readonly [Type in BlockObjectResponse["type"]]: {
    readonly first: string;
    readonly second: string;
    /** What a person reads there; for contents that are not read, the note must name them. */
    readonly shown: readonly string[];
  };
} = {
  audio: file("audio", "memo.mp3"),
  bookmark: {
    first: '<unknown url="https://www.notion.so/a#0f1e2d3c000040008000000000000011" alt="bookmark"/>',
    second: '<bookmark source="https://a.example/b">Bookmarked</bookmark>',
    shown: ["[Bookmarked](https://a.example/b)"],
  },
  breadcrumb: { first: '<unknown alt="breadcrumb"/>', second: "<breadcrumb />", shown: [] },
  bulleted_list_item: both("- Bullet\n\t- Deep bullet", ["- Bullet", "- Deep bullet"]),
  callout: {
    first: '<callout icon="x" color="red">\n\tMind the gap\n</callout>',
    second: '<callout icon="x" color="red">\nMind the gap\n</callout>',
    shown: ["Mind the gap"],
  },
  child_database: both('<database url="https://www.notion.so/d" inline="true">Child table</database>', [
    "[Child table](https://www.notion.so/d)",
  ]),
  child_page: both(`<page url="${page}">Child page</page>`, [`[Child page](${page})`]),
  code: both("```js\nlet x = 1;\n```", ["```js\nlet x = 1;\n```"]),
  column: both("Column words", ["Column words"]),
  column_list: {
    first: "<columns>\n\t<column>\n\t\tLeft words\n\t</column>\n</columns>",
    second: '<columns><column ratio="50">\nLeft words\n</column></columns>',
    shown: ["Left words"],
  },
  divider: both("---", []),
  embed: {
    first: '<unknown url="https://www.notion.so/a#0f1e2d3c000040008000000000000012" alt="embed"/>',
    second: '<embed source="https://a.example/e">Embedded</embed>',
    shown: ["[Embedded](https://a.example/e)"],
  },
  equation: { first: "$$\nx^2\n$$", second: "<equation>x^2</equation>", shown: ["x^2"] },
  file: file("file", "plan.dwg"),
  heading_1: both("# Heading one", ["# Heading one"]),
  heading_2: {
    first: '## Heading two {color="red"}',
    second: '<h2 color="red">Heading two</h2>',
    shown: ["## Heading two"],
  },
  heading_3: {
    first: '### Heading three {toggle="true"}\n\tUnder it',
    second: '<toggle heading="h3">\nHeading three\n\nUnder it\n</toggle>',
    shown: ["### Heading three", "Under it"],
  },
  heading_4: both("#### Heading four", ["#### Heading four"]),
  image: both(`![The map](${EXPIRING}/map.png?X-Amz-Expires=3600)`, [
    "(attachment: The map)",
    "1 picture (The map)",
  ]),
  link_preview: {
    first: '<unknown url="https://www.notion.so/a#0f1e2d3c000040008000000000000013" alt="link_preview"/>',
    second: '<bookmark source="https://a.example/l"></bookmark>',
    shown: ["https://a.example/l"],
  },
  link_to_page: {
    first: `<mention-page url="${page}"/>`,
    second: `<mention url="${page}" />`,
    shown: [`[Order the valve](${page})`],
  },
  meeting_notes: {
    first:
      "<meeting-notes>\n\tWeekly\n\t<summary>\n\t\tWe ship\n\t</summary>\n\t<notes>\n\t\tOn Friday\n\t</notes>\n\t<transcript>\n\t\tAll said yes\n\t</transcript>\n</meeting-notes>",
    second: `<meeting-notes attendees="user://${PERSON_ID}">Weekly<meeting-notes-section-summary>We ship</meeting-notes-section-summary><meeting-notes-section-notes>On Friday</meeting-notes-section-notes><meeting-notes-section-transcript>All said yes</meeting-notes-section-transcript></meeting-notes>`,
    shown: [
      "**Weekly**",
      "**Summary**",
      "We ship",
      "**Notes**",
      "On Friday",
      "**Transcript**",
      "All said yes",
    ],
  },
  numbered_list_item: {
    first: "1. Step one\n2. Step two",
    second: "<ol>\n<li>Step one</li>\n<li>Step two</li>\n</ol>",
    shown: ["1. Step one", "2. Step two"],
  },
  paragraph: {
    first: "A paragraph\n\tIts child",
    second: "<p>\nA paragraph\n\nIts child\n</p>",
    shown: ["A paragraph", "Its child"],
  },
  pdf: file("pdf", "terms.pdf"),
  quote: { first: "> Quoted words", second: "<quote>Quoted words</quote>", shown: ["> Quoted words"] },
  synced_block: {
    first: '<synced_block url="https://www.notion.so/s">\n\tSynced words\n</synced_block>',
    second: '<synced-block url="https://www.notion.so/s">\nSynced words\n</synced-block>',
    shown: ["Synced words"],
  },
  tab: {
    first: "<tabs>\n\t<tab>\n\t\tTab words\n\t</tab>\n</tabs>",
    second: '<tabs><tab icon="x">\nTab words\n</tab></tabs>',
    shown: ["Tab words"],
  },
  table: {
    first:
      "<table>\n<tr>\n<td>Name</td>\n<td>No</td>\n</tr>\n<tr>\n<td>Valve</td>\n<td>7</td>\n</tr>\n</table>",
    second: "| Name | No |\n| --- | --- |\n| Valve | 7 |",
    shown: ["| Name | No |", "| Valve | 7 |"],
  },
  table_of_contents: { first: "<table_of_contents/>", second: "<table-of-contents />", shown: [] },
  table_row: both("| Row words | 1 |\n| --- | --- |", ["Row words"]),
  template: {
    first: '<unknown url="https://www.notion.so/a#0f1e2d3c000040008000000000000014" alt="template"/>',
    second: '<unknown url="https://www.notion.so/a#0f1e2d3c000040008000000000000014" alt="template"/>',
    shown: ["Add a task"],
  },
  to_do: {
    first: "- [x] Done words\n- [ ] Open words",
    second: '<todo checked="true" color="red">Done words</todo>\n\n- [ ] Open words',
    shown: ["- [x] Done words", "- [ ] Open words"],
  },
  toggle: {
    first: "<details>\n<summary>Fold</summary>\n\tFolded words\n</details>",
    second: "<toggle>\nFold\n\nFolded words\n</toggle>",
    shown: ["**Fold**", "Folded words"],
  },
  transcription: both("<meeting-notes>\nOld notes\n</meeting-notes>", ["**Old notes**"]),
  unsupported: both(
    '<unknown url="https://www.notion.so/a#0f1e2d3c000040008000000000000015" alt="ai_block"/>',
    ["1 block of a kind that cannot be read (ai block)"],
  ),
  video: {
    first: '<video src="https://video.example/v">Tour</video>',
    second: '<video source="https://video.example/v">Tour</video>',
    shown: ["[Tour](https://video.example/v)"],
  },
};

/** Blocks that Notion does not render, as its API describes them, by id. */
export const UNRENDERED = new Map([
  [
    "0f1e2d3c-0000-4000-8000-000000000011",
    { type: "bookmark", bookmark: { url: "https://a.example/b", caption: [{ plain_text: "Bookmarked" }] } },
  ],
  [
    "0f1e2d3c-0000-4000-8000-000000000012",
    { type: "embed", embed: { url: "https://a.example/e", caption: [{ plain_text: "Embedded" }] } },
  ],
  [
    "0f1e2d3c-0000-4000-8000-000000000013",
    { type: "link_preview", link_preview: { url: "https://a.example/l" } },
  ],
  [
    "0f1e2d3c-0000-4000-8000-000000000014",
    { type: "template", template: { rich_text: [{ plain_text: "Add a task" }] } },
  ],
  ["0f1e2d3c-0000-4000-8000-000000000015", { type: "unsupported", unsupported: { block_type: "ai_block" } }],
]);

function both(markdown: string, shown: readonly string[]) {
  return { first: markdown, second: markdown, shown };
}

function file(tag: string, name: string) {
  const url = `${EXPIRING}/${name}?X-Amz-Expires=3600`;
  return {
    first: `<${tag} src="${url}">My ${tag}</${tag}>`,
    second: `<${tag} source="${url}">My ${tag}</${tag}>`,
    shown: [`(attachment: My ${tag}, ${name})`, `My ${tag}`],
  };
}
