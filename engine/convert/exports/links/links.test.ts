import { expect, test } from "vitest";
import { convertExport } from "../testing/convert-export";

test("exported bookmarks are read folder by folder, with addresses, tags and descriptions", async () => {
  const page = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file. -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks Menu</H1>
<DL><p>
  <DT><A HREF="https://one.example/a_b?x=1&amp;y=2" ADD_DATE="1700000001" TAGS="wood,oil" ICON="data:image/png;base64,iVBORw0KGgo">Oil &amp; wood</A>
  <DD>What to use
  <DT><H3 ADD_DATE="1">Yard</H3>
  <DD>About the yard
  <DL><p>
    <DT><A HREF="https://two.example/">Two</A>
    <HR>
  </DL><p>
  <DT><A HREF="javascript:void(0)"></A>
</DL><p>`;
  const { text, title } = await convertExport("bookmarks.html", page);
  expect(title).toBe("Bookmarks Menu");
  expect(text).toBe(
    "# Bookmarks Menu\n\n- Oil & wood: https://one.example/a_b?x=1&y=2 — What to use (tags: wood, oil, added 2023-11-14)\n- javascript:void(0)\n\n" +
      "## Yard\n\nAbout the yard\n\n- Two: https://two.example/",
  );
});

test("OPML is read as nested lists, with the addresses of feeds and notes", async () => {
  const opml = `<?xml version="1.0"?><opml version="2.0"><head><title>My feeds</title></head><body>
    <outline text="Boats"><outline type="rss" text="Tides" title="Tide notices" xmlUrl="https://t.example/rss" htmlUrl="https://t.example/" description="Daily"/></outline>
    <outline text="Buy &lt;tar&gt;" _note="two tins" _status="checked"/></body></opml>`;
  const { text, title } = await convertExport("feeds.opml", opml);
  expect(title).toBe("My feeds");
  expect(text).toBe(
    "# My feeds\n\n- Boats\n  - Tides · Tide notices: https://t.example/ (feed: https://t.example/rss) — Daily\n- [x] Buy \\<tar> — two tins",
  );
  expect((await convertExport("feeds.xml", opml)).text).toBe(text);
});
