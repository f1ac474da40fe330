import fc from "fast-check";
import { expect, test } from "vitest";
import { convertHtml } from "./convert-html";

const PROSE = [1, 2, 3, 4]
  .map(
    (n) =>
      `<p>Paragraph ${n} tells of rope, tar and timber at some length, so that a reader mode takes it for the main text.</p>`,
  )
  .join("");
const read = (inside: string, head = "") =>
  convertHtml(
    `<!doctype html><html><head><title>Yard</title>${head}</head><body><main><h1>Yard</h1>${PROSE}${inside}</main></body></html>`,
    "https://yard.example/",
  ).text;

test.each([
  [
    "a frame's document",
    '<iframe srcdoc="&lt;body&gt;&lt;p&gt;The tug is called Otto.&lt;/p&gt;"></iframe>',
    "The tug is called Otto.",
  ],
  [
    "text for readers without scripts",
    "<noscript><p>The ferry leaves at nine.</p></noscript>",
    "The ferry leaves at nine.",
  ],
  [
    "a shadow tree with slots",
    '<x-card><template shadowrootmode="open"><style>p{}</style><p>Tide: <slot name="t"></slot> <slot>none</slot></p></template><b slot="t">06:40</b></x-card>',
    "Tide: **06:40** none",
  ],
  [
    "shadow trees within one another",
    '<x-a><template shadowrootmode="open"><p>Outer</p><x-b><template shadowrootmode="open"><p>The inner tide is 06:40.</p></template></x-b></template></x-a>',
    "The inner tide is 06:40.",
  ],
  [
    "a hidden tab panel with the words of its tab",
    '<div role="tablist"><button role="tab" aria-controls="a">Linux</button></div><div role="tabpanel" id="a" hidden><p>Install yardd.</p></div>',
    "**Linux**\n\nInstall yardd.",
  ],
  [
    "an accordion",
    '<h3><button aria-expanded="false" aria-controls="b">How is it heated?</button></h3><div id="b" style="display:none"><p>With birch wood, every day.</p></div>',
    "### How is it heated?\n\nWith birch wood, every day.",
  ],
  [
    "a box that is called one to open",
    '<div class="faq-item"><div class="faq-answer" style="display: none"><p>Only on Sundays.</p></div></div>',
    "Only on Sundays.",
  ],
  [
    "details",
    "<details><summary>Stop the crane</summary><p>Pull the lever.</p></details>",
    "Stop the crane\n\nPull the lever.",
  ],
  [
    "a remark beside the text",
    "<aside class=note><p>Warning: mind the loose planks.</p></aside>",
    "Warning: mind the loose planks.",
  ],
  ["definitions", "<dl><dt>Berth<dd>A place for a boat</dl>", "**Berth:** A place for a boat"],
  [
    "the caption of a figure",
    '<figure><img src="a.png" alt="The crane"><figcaption>Built in 1990</figcaption></figure>',
    "Built in 1990",
  ],
  [
    "the description of a picture",
    '<p>See <img src="a.png" alt="the gate from north"></p>',
    "the gate from north",
  ],
  [
    "fields with their labels",
    '<form><label for="g">Gate code</label> <input id="g" value="4711"></form>',
    "Gate code: 4711",
  ],
  ["chosen options", "<p>Dock <select><option>A<option selected>B</select></p>", "B (also: A)"],
  ["text areas", "<textarea>Dock two gets a roof.</textarea>", "Dock two gets a roof."],
  [
    "ticked boxes",
    "<form><label><input type=checkbox checked> Towels are there</label></form>",
    "☑ Towels are there",
  ],
  [
    "raised and lowered digits",
    "<p>10<sup>6</sup> l of H<sub>2</sub>O on the 5<sup>th</sup>, 2<sup>n+1/2</sup></p>",
    "10⁶ l of H₂O on the 5th, 2^(n+1/2)",
  ],
  [
    "references to footnotes",
    '<p>It holds<sup><a href="#fn1">[1]</a></sup>.</p><ol><li id="fn1">Since 1990.</li></ol>',
    "It holds[^1].",
  ],
  [
    "readings of words",
    "<p><ruby>田<rp>(</rp><rt>た</rt><rp>)</rp>中<rt>なか</rt></ruby>さん</p>",
    "田中（たなか）さん",
  ],
  [
    "cells that span rows",
    "<table><tr><th>Day<th>Price<tr><td rowspan=2>Mon<td>5<tr><td>6</table>",
    "| Mon | 5 |\n| Mon | 6 |",
  ],
])("a page's text has %s", (_, html, text) => {
  expect(read(html)).toContain(text);
});

test.each([
  ["what is not displayed", '<div style="display:none"><p>zebra</p></div><p hidden>zebra</p>'],
  ["a preheader", '<div class="preheader" style="display:none;max-height:0">zebra</div>'],
  ["a closed dialog", '<div id="m" class="modal collapse" style="display:none"><p>zebra</p></div>'],
  ["a template", "<template><p>zebra</p></template>"],
  ["a request for scripts", "<noscript>Enable JavaScript to see the zebra</noscript>"],
  [
    "a cookie banner",
    '<div class="cookie-banner" role="dialog"><p>The zebra stores cookies on this device.</p></div>',
  ],
  ["links beside the text", '<aside class="sidebar"><a href="/z">zebra</a></aside>'],
])("a page's text has not %s", (_, html) => {
  expect(read(html)).not.toContain("zebra");
});

test("the line that names the author stays, and is the author", () => {
  const html = `<html><head><meta name="author" content="Mara Holt"></head><body><article><h1>Yard</h1><div class="byline">By Mara Holt, 3 Nov 2026</div>${PROSE}</article></body></html>`;
  const { text, author } = convertHtml(html, "https://yard.example/");
  expect([text.match(/By Mara Holt, 3 Nov 2026/g)?.length, author]).toEqual([1, "Mara Holt"]);
});

test("facts that only the page's data has are said to be from there", () => {
  const data = {
    "@graph": [
      { "@type": "WebSite", name: "Yard site", telephone: "0" },
      {
        "@type": "LocalBusiness",
        name: "Sauna",
        telephone: "+45 11",
        openingHoursSpecification: [
          { dayOfWeek: "https://schema.org/Monday", opens: "10:00:00", closes: "21:00" },
        ],
      },
      {
        "@type": "Event",
        name: "Night",
        startDate: "2026-12-04T19:00:00+01:00",
        offers: { price: 15, priceCurrency: "EUR" },
      },
      { "@type": "Recipe", name: "Bread", totalTime: "PT1H30M", recipeIngredient: ["flour", "rope"] },
      { "@type": "FAQPage", mainEntity: [{ name: "Dogs?", acceptedAnswer: { text: "<p>On Sundays.</p>" } }] },
      { "@type": "Product", name: "Tar", offers: null, price: undefined, brand: 7 },
    ],
  };
  const text = read(
    "<p>Call +45 11.</p>",
    `<script type="application/ld+json">${JSON.stringify(data)}</script>`,
  );
  expect(text.slice(text.indexOf("## From"))).toBe(
    "## From the page's data\n\nName: Sauna\nOpening hours: Monday 10:00–21:00\n\nName: Night\nOffer: 15 EUR\nStart: 2026-12-04 19:00+01:00\n\n**Dogs?**\n\nOn Sundays.\n\nName: Bread\nTotal time: 1 h 30 min\nIngredients: flour; rope\n\nName: Tar\nBrand: 7".replace(
      "\n\n**Dogs?**\n\nOn Sundays.\n\nName: Bread\nTotal time: 1 h 30 min\nIngredients: flour; rope",
      "\n\nName: Bread\nTotal time: 1 h 30 min\nIngredients: flour; rope\n\n**Dogs?**\n\nOn Sundays.",
    ),
  );
});

test("a page is read whole where extraction leaves out a section or a table", () => {
  const sections = Array.from(
    { length: 400 },
    (_, n) =>
      `<div class="post-list-item"><h3>Berth ${n}</h3><p>Berth ${n} is let to boat number ${n * 7} until the end of the season of this year.</p></div>`,
  ).join("");
  expect(read(`<div class="widget related-x">${sections}</div>`)).toContain(
    "Berth 399 is let to boat number 2793",
  );
  expect(
    read('<div class="post-meta-box"><table><tr><th>Crane<th>Load<tr><td>North<td>nine tonnes</table></div>'),
  ).toContain("| North | nine tonnes |");
});

test("every word that a page shows is in its text", () => {
  const word = fc.stringMatching(/^[a-z]{4,9}$/);
  const leaf = word.chain((words) =>
    fc
      .constantFrom(
        `<p>${words}</p>`,
        `<ul><li>${words}</li></ul>`,
        `<h2>${words}</h2><p>below it</p>`,
        `<table><tr><td>${words}</td><td>x</td></tr></table>`,
        `<pre><code>${words}</code></pre>`,
        `<blockquote>${words}</blockquote>`,
        `<details><summary>more</summary>${words}</details>`,
        `<dl><dt>term</dt><dd>${words}</dd></dl>`,
        `<aside>one two three ${words}</aside>`,
        `<div><span>${words}</span><br>then</div>`,
        `<textarea>${words}</textarea>`,
        `<figure><img alt="${words}"></figure>`,
        `<div role=tabpanel hidden><p>${words}</p></div>`,
      )
      .map((html) => ({ html, words })),
  );
  fc.assert(
    fc.property(fc.array(leaf, { minLength: 1, maxLength: 12 }), (leaves) => {
      const text = read(leaves.map(({ html }) => html).join("\n"));
      for (const { words } of leaves) expect(text).toContain(words);
    }),
    { numRuns: 60 },
  );
});

test("a long run of unbreakable spaces is one space", () => {
  const text = read(`<p>Left${"&nbsp;".repeat(30_000)}right side of the yard</p>`);
  expect(text).toContain("Left right side of the yard");
});
