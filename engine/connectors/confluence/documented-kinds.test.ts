import { describe, expect, test } from "vitest";
import { convert } from "../../convert/convert-document";
import type { SourceDocument } from "../../model/source-document";
import { createFakeClock } from "../../testing/fakes/fake-clock";
import { createFakeContext } from "../../testing/fakes/fake-context";
import { sourceFixture } from "../../testing/fixtures";
import { openTestStore } from "../../testing/store/open-test-store";
import { deliveredDocuments, runPass } from "../../testing/store/run-pass";
import { connectFake, signedFetch } from "../shared/vendors/atlassian/testing/connect-fake";
import { confluence } from ".";
import { createFakeConfluence } from "./testing/fake-confluence";

const NOW = Date.UTC(2026, 0, 5, 12);
const MIA = "5b10a2844c20165700ede21g";
const EMMA = "5b10ac8d82e05b22cc7d4ef5";
const { signal } = new AbortController();

const macro = (name: string, inner = "") =>
  `<ac:structured-macro ac:name="${name}">${inner}</ac:structured-macro>`;
const parameter = (name: string, value: string) => `<ac:parameter ac:name="${name}">${value}</ac:parameter>`;
const rich = (html: string) => `<ac:rich-text-body>${html}</ac:rich-text-body>`;
const plain = (text: string) => `<ac:plain-text-body><![CDATA[${text}]]></ac:plain-text-body>`;
const person = (id: string) => `<ac:link><ri:user ri:account-id="${id}" /></ac:link>`;
const pageLink = (title: string) => `<ac:link><ri:page ri:content-title="${title}" /></ac:link>`;

/** Each documented kind of content, with the words it leaves. */
const KINDS: readonly (readonly [kind: string, storage: string, words: string])[] = [
  ["heading", "<h2>Aim of it</h2>", "## Aim of it"],
  ["list", "<ol><li>first step</li></ol>", "1. first step"],
  [
    "mention in a table",
    `<table><tbody><tr><th>Owner</th><td>${person(EMMA)}</td></tr></tbody></table>`,
    "Owner | @Emma Richards",
  ],
  ["mention of an unknown person", `<p>Ask ${person("none")}</p>`, "Ask @someone"],
  ["link to a page", `<p>${pageLink("On call")}</p>`, "[On call]"],
  [
    "link to a file",
    '<p><ac:link><ri:attachment ri:filename="map.pdf" /></ac:link></p>',
    "(attachment: map.pdf)",
  ],
  ["link to a space", '<p><ac:link><ri:space ri:space-key="OPS" /></ac:link></p>', "[OPS]"],
  ["link to an issue", '<p><ac:link><ri:shortcut ri:key="jira" ri:parameter="EX-7" /></ac:link></p>', "EX-7"],
  ["card", '<p><a href="https://a.test/card" data-card-appearance="block"></a></p>', "https://a.test/card"],
  [
    "picture with a caption",
    '<ac:image><ri:attachment ri:filename="route.png" /><ac:caption><p>The way east</p></ac:caption></ac:image>',
    "The way east",
  ],
  [
    "picture of another site",
    '<p><ac:image><ri:url ri:value="https://a.test/sun.png" /></ac:image></p>',
    "https://a.test/sun.png",
  ],
  ["emoji", '<p>go <ac:emoticon ac:name="tick" /></p>', "go ✔"],
  ["date", '<p>by <time datetime="2026-02-01" /></p>', "by 2026-02-01"],
  [
    "status",
    `<p>${macro("status", parameter("title", "AT RISK") + parameter("colour", "Red"))}</p>`,
    "AT RISK",
  ],
  ["code", macro("code", parameter("title", "run.sh") + plain("ls -la")), "ls -la"],
  ["noformat", macro("noformat", plain("as it is")), "as it is"],
  ["info", macro("info", rich("<p>Mind the gap</p>")), "> Mind the gap"],
  ["tip", macro("tip", rich("<p>Use both</p>")), "> Use both"],
  ["panel", macro("panel", parameter("title", "Scope") + rich("<p>East only</p>")), "**Scope**"],
  [
    "expand",
    macro("expand", parameter("title", "Details of it") + rich("<p>hidden words</p>")),
    "hidden words",
  ],
  ["excerpt", macro("excerpt", rich("<p>the gist</p>")), "the gist"],
  [
    "page properties",
    macro("details", rich("<table><tbody><tr><th>Budget</th><td>400</td></tr></tbody></table>")),
    "Budget | 400",
  ],
  [
    "task with assignee and date",
    `<ac:task-list><ac:task><ac:task-status>incomplete</ac:task-status><ac:task-body>${person(MIA)} orders by <time datetime="2026-03-01" /></ac:task-body></ac:task></ac:task-list>`,
    "☐ @Mia Krystof orders by 2026-03-01",
  ],
  [
    "decision",
    '<ac:adf-extension><ac:adf-node type="decision-list"><ac:adf-node type="decision-item"><ac:adf-attribute key="state">DECIDED</ac:adf-attribute><ac:adf-content>go east</ac:adf-content></ac:adf-node></ac:adf-node></ac:adf-extension>',
    "Decision: go east",
  ],
  [
    "extension with a fallback alone",
    '<ac:adf-extension><ac:adf-node type="novel"></ac:adf-node><ac:adf-fallback><p>fallen back</p></ac:adf-fallback></ac:adf-extension>',
    "fallen back",
  ],
  [
    "layout",
    '<ac:layout><ac:layout-section ac:type="two_equal"><ac:layout-cell><p>left words</p></ac:layout-cell><ac:layout-cell><p>right words</p></ac:layout-cell></ac:layout-section></ac:layout>',
    "right words",
  ],
  [
    "inline comment marker",
    '<p><ac:inline-comment-marker ac:ref="1">marked words</ac:inline-comment-marker></p>',
    "marked words",
  ],
  ["include", macro("include", parameter("", pageLink("Shared part"))), "(included: [Shared part]"],
  [
    "excerpt-include",
    macro("excerpt-include", parameter("", pageLink("Gist page"))),
    "(included: [Gist page]",
  ],
  [
    "issue",
    `<p>${macro("jira", parameter("key", "EX-1"))}</p>`,
    "[EX-1](https://acme.atlassian.net/browse/EX-1)",
  ],
  [
    "list of issues",
    macro("jira", parameter("jqlQuery", "project = EX AND status = Open")),
    "(list of Jira issues: [project = EX AND status = Open]",
  ],
  ["children", macro("children"), "(list of child pages)"],
  ["gallery", macro("gallery"), "(gallery of pictures)"],
  ["list of attachments", macro("attachments"), "(list of attachments)"],
  ["diagram", macro("drawio", parameter("diagramName", "network plan")), "(diagram: network plan)"],
  [
    "view-file",
    macro("view-file", parameter("name", '<ri:attachment ri:filename="costs.xlsx" />')),
    "costs.xlsx",
  ],
  [
    "widget",
    macro("widget", parameter("url", '<ri:url ri:value="https://a.test/film" />')),
    "https://a.test/film",
  ],
  ["profile", macro("profile", parameter("user", `<ri:user ri:account-id="${MIA}" />`)), "@Mia Krystof"],
  [
    "page properties report",
    macro("detailssummary", parameter("cql", "label = budget")),
    "(report of page properties: label = budget)",
  ],
  ["task report", macro("tasks-report-macro"), "(report of tasks)"],
  [
    "chart",
    macro("chart", rich("<table><tbody><tr><th>Year</th></tr><tr><td>2025</td></tr></tbody></table>")),
    "2025",
  ],
  ["formula", macro("mathblock", plain("e = mc^2")), "e = mc^2"],
  [
    "an unknown macro",
    macro("novel-thing", parameter("title", "Moon chart")),
    "(macro novel-thing: Moon chart)",
  ],
  ["an unknown macro with a body", macro("novel-box", rich("<p>boxed words</p>")), "boxed words"],
  [
    "old macro",
    '<ac:macro ac:name="include"><ac:default-parameter>Old part</ac:default-parameter></ac:macro>',
    "(included: Old part)",
  ],
];

const COMMENTS = [
  {
    ...{ id: 71, author: EMMA, storage: `<p>Is the budget final, ${person(MIA)}?</p>`, at: NOW + 1 },
    ...{ selection: "400", resolved: true },
    replies: [{ id: 72, author: MIA, storage: "<p>Yes, signed</p>", at: NOW + 2 }],
  },
  { id: 73, author: EMMA, storage: "<p>Fine page</p>", at: NOW + 3 },
];
const file = (id: string, title: string) => ({ id, title, mediaType: "text/plain", text: `About ${title}` });

async function textOf(document: SourceDocument | undefined): Promise<string> {
  return document ? (await convert(document)).text : "";
}

describe.each(["site", "server"] as const)("a page of a %s", (edition) => {
  test("leaves words or a note of every documented kind of content", async () => {
    const vendor = createFakeConfluence({ now: () => NOW }, edition);
    const storage = KINDS.map(([, each]) => each).join("");
    vendor.pageStore.add("all", {
      kind: "page",
      storage: storage.replaceAll("ri:account-id", edition === "site" ? "ri:account-id" : "ri:userkey"),
    });
    const { connector } = connectFake(confluence, vendor);
    const [page] = (await connector.pull(undefined, signal)).documents;
    const text = await textOf(page);
    for (const [kind, , words] of KINDS)
      if (edition === "site" || kind !== "issue")
        expect(text, kind).toContain(
          words.replace(/\[(project[^\]]*)\]/, edition === "site" ? "[$1]" : "$1"),
        );
    expect(page?.content.note).toContain(
      "Not in the text: a text included from another page (3 times), a list of Jira issues",
    );
    expect(page?.content.note).toContain("the macro novel-thing");
  });

  test("has its labels, attachments and comments, with the words they are about", async () => {
    const vendor = createFakeConfluence({ now: () => NOW, pageSize: 2 }, edition);
    const id = vendor.pageStore.add("all", { kind: "page", storage: "<p>It costs 400.</p>" });
    vendor.pageStore.surround("all", {
      labels: ["budget", "east"],
      comments: COMMENTS,
      attachments: [file("1", "plan.txt"), file("2", "film.mp4"), file("3", "notes.md")],
    });
    const { connector } = connectFake(confluence, vendor);
    const { documents } = await connector.pull(undefined, signal);
    const text = await textOf(documents.find((each) => each.id === id));
    for (const words of ["Labels: budget, east", "Attachments: plan.txt, film.mp4, notes.md", "> 400"])
      expect(text).toContain(words);
    expect(text).toMatch(/Comment by Emma Richards, 2026-01-05, resolved\s+> 400\s+Is the budget final/);
    expect(text).toMatch(/Reply by Mia Krystof, 2026-01-05\s+Yes, signed/);
    expect(text).toMatch(/Comment by Emma Richards, 2026-01-05\s+Fine page/);
    const files = documents.filter(({ type }) => type === "file").map(({ title }) => title);
    expect(files).toEqual(edition === "site" ? [] : ["plan.txt", "notes.md"]);
    expect(documents[0]?.content.note).toBe(
      edition === "site"
        ? "The text of its 3 attachments is not read"
        : "Attachments not read: film.mp4 (a video)",
    );
  });

  test("is read again when it is commented on, and only then", async () => {
    const clock = createFakeClock();
    const vendor = createFakeConfluence({ now: clock.now }, edition);
    for (const name of ["first", "second"]) vendor.pageStore.add(name, { kind: "page" });
    const early = { id: 80, author: EMMA, storage: "<p>Early</p>", at: clock.now() };
    vendor.pageStore.surround("first", { comments: [early] });
    const store = openTestStore({ clock });
    const source = sourceFixture({ settings: vendor.settings ?? {}, account: vendor.account });
    await store.addSource(source);
    const pass = async () => {
      const context = createFakeContext({
        ...{ source: (await store.getSource(source.id)) ?? source, clock, store },
        ports: { api: signedFetch(vendor) },
      });
      const pages = await runPass({ definition: confluence, context, store });
      return pages.flatMap(({ documents }) => documents.map(({ title }) => title));
    };
    await pass();
    clock.advance(60 * 60_000);
    expect(await pass()).toEqual([]);
    const late = { id: 81, author: MIA, storage: "<p>Late words</p>", at: clock.now() };
    vendor.pageStore.surround("first", { comments: [early, late] });
    clock.advance(60 * 60_000);
    expect(await pass()).toEqual(["Guide to the first"]);
    const [document] = [...(await deliveredDocuments(store)).values()].filter(({ title }) =>
      title.endsWith("first"),
    );
    expect(await textOf(document)).toContain("Late words");
    clock.advance(60 * 60_000);
    expect(await pass()).toEqual([]);
  });

  test("is read without comments and attachments when the token may not read them", async () => {
    const vendor = createFakeConfluence({ now: () => NOW }, edition);
    vendor.create("boiler");
    vendor.hideSurroundings();
    const { connector } = connectFake(confluence, vendor);
    const [page] = (await connector.pull(undefined, signal)).documents;
    expect(page?.title).toBe("Guide to the boiler");
    expect(page?.content.note).toContain("The token may not read comments");
  });
});
