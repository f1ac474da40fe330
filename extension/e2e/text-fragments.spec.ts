import { chromium, expect, test } from "@playwright/test";
import { textFragment } from "../../engine/answer/cite/text-fragment";
import { convertHtml } from "../../engine/convert/html/convert-html";
import { findBrowser } from "../scripts/browser/find-browser";
import { servePages } from "./helpers/serve-pages";

/** A page with a target far below its first screen, and the words of it that are cited. */
interface Case {
  readonly html: string;
  /** As they stand in the converted text: from the first of these words to the end of the last. */
  readonly from: string;
  readonly to: string;
}

const CASES: Readonly<Record<string, Case>> = {
  "a paragraph": {
    html: "<p id=t>The oak gates of the lock last about twenty-five years.</p>",
    from: "The oak",
    to: "years.",
  },
  "lines with breaks": {
    html: "<p id=t>Yard office<br>Quay Street 7<br>4000 Sandby<br>open from nine to five on weekdays</p>",
    from: "Yard",
    to: "weekdays",
  },
  "a break within the first words": {
    html: "<p id=t>Opening<br>hours are from nine to five, and on Sundays from ten to four.</p>",
    from: "Opening",
    to: "four.",
  },
  "inline elements": {
    html: "<p id=t>The <b>second</b> <i>pump</i> is <a href=/x>oiled</a> with <code>SAE 30</code> every spring.</p>",
    from: "The",
    to: "spring.",
  },
  "inline blocks": {
    html: '<p id=t><span style="display:inline-block">Price</span> <span style="display:inline-block">of the berth</span> is 48 euros a night in summer.</p>',
    from: "Price",
    to: "summer.",
  },
  "soft hyphens": {
    html: "<p id=t>The insur\u00adance of the jet\u00adty is paid by the town coun\u00adcil every year.</p>",
    from: "The",
    to: "year.",
  },
  "optional breaks": {
    html: "<p id=t>Set berth<wbr>Allocation<wbr>Limit to nine before the season begins in May.</p>",
    from: "Set",
    to: "May.",
  },
  "a list": {
    html: "<ul id=t><li>Close the sea cock.</li><li>Drain the <b>filter</b> bowl.</li><li>Grease the shaft.</li></ul>",
    from: "Close",
    to: "shaft.",
  },
  "a numbered list": {
    html: "<ol id=t><li>Close the sea cock.</li><li>Drain the filter bowl.</li></ol>",
    from: "Close",
    to: "bowl.",
  },
  "a row of a table": {
    html: "<table id=t><tr><th>Crane<th>Load<tr><td>North crane<td>nine tonnes</table>",
    from: "North",
    to: "tonnes",
  },
  "a list of terms": {
    html: "<dl id=t><dt>Bilge<dd>The lowest room of a hull</dl>",
    from: "**Bilge",
    to: "hull",
  },
  "code over lines": {
    html: "<pre id=t><code>winch --start\nwinch --limit 80\nwinch --stop</code></pre>",
    from: "winch --start",
    to: "--stop",
  },
  "raised digits and a footnote": {
    html: '<p id=t>The dock holds 10<sup>6</sup> litres<sup><a href="#n">[1]</a></sup> and drains within two hours of low water.</p>',
    from: "The dock",
    to: "water.",
  },
  "a quotation in another shape": {
    html: "<blockquote id=t><p>“Never stand in the loop of a rope” – the mate’s first rule, and the last.</p></blockquote>",
    from: "“Never",
    to: "last.",
  },
  Japanese: {
    html: "<p id=t>倉庫の鍵は管理人の田中さんが持っています。予備の鍵は事務所の引き出しの中にあります。</p>",
    from: "倉庫",
    to: "あります。",
  },
  "a heading with its paragraph": {
    html: "<h2 id=t>Gates, sluices &amp; paddles</h2><p>They are greased on every second Tuesday.</p>",
    from: "Gates",
    to: "Tuesday.",
  },
  "opened details": {
    html: "<details id=t><summary>Stop the winch</summary><p>Pull the orange lever down until it clicks.</p></details>",
    from: "Pull",
    to: "clicks.",
  },
  "no-break spaces and dashes": {
    html: "<p id=t>It weighs 3\u00a0500\u00a0kg, 2\u20113 men lift it\u2009—\u2009with the well-known up-to-date hoist.</p>",
    from: "It weighs",
    to: "hoist.",
  },
};

const FILLER = Array.from(
  { length: 60 },
  (_, n) => `<p>Line ${n} of the log says that nothing of note happened.</p>`,
).join("");

test("a citation's link scrolls to the words in Chromium, whatever elements they stand in", async () => {
  const pages = Object.values(CASES).map(({ html }, n): [string, string] => [
    `/${n}`,
    `<!doctype html><html><head><title>Yard</title></head><body><main>${FILLER}${html}${FILLER}</main></body></html>`,
  ]);
  const site = await servePages(Object.fromEntries(pages));
  const browser = await chromium.launch({ executablePath: await findBrowser() });
  try {
    const missed: string[] = [];
    for (const [n, [name, { from, to }]] of Object.entries(CASES).entries()) {
      const url = `${site.origin}/${n}`;
      const { text, format } = convertHtml(pages[n]?.[1] ?? "", url);
      const start = text.indexOf(from);
      const end = text.indexOf(to, start) + to.length;
      const directive = textFragment({ text, format }, start, end);
      const page = await browser.newPage();
      await page.goto(`${url}#:~:${directive}`);
      const seen = await page.locator("#t").evaluate(async (target) => {
        for (let frames = 0; frames < 60 && scrollY === 0; frames++) await new Promise(requestAnimationFrame);
        const { top, bottom } = target.getBoundingClientRect();
        return scrollY > 0 && bottom > 0 && top < innerHeight;
      });
      if (!seen) missed.push(`${name}: ${directive}`);
      await page.close();
    }
    expect(missed).toEqual([]);
  } finally {
    await browser.close();
    await site.close();
  }
});
