import { expect, test } from "vitest";
import { unwrapHtmlBlocks } from "./unwrap-html-blocks";

test.each([
  [
    "a callout",
    "Before\n\n<aside>\n💡 Ask for the **long** line.\n\n</aside>\n\nAfter",
    "Before\n\n💡 Ask for the **long** line.\n\nAfter",
  ],
  [
    "details",
    "<details>\n<summary>Stop</summary>\n\nPull the *lever*.\n\n</details>\n",
    "Stop\n\nPull the *lever*.\n",
  ],
  [
    "a table",
    "<table>\n<tr><th>Crane</th><th>Load</th></tr>\n\n<tr><td>North</td><td>9 t</td></tr>\n</table>\nend",
    "| Crane | Load |\n| --- | --- |\n| North | 9 t |\n\nend",
  ],
  ["a centred line", '<p align="center">Built in 1990 by <b>Holt</b></p>', "Built in 1990 by **Holt**"],
])("unwrapHtmlBlocks() reads %s", (_, markdown, text) => {
  expect(unwrapHtmlBlocks(markdown).trim()).toBe(text.trim());
});

test.each([
  "Body <b>raw</b>\n\n\ntext",
  '<div align="center">\n<img src="logo.png">\n</div>\n\n# Yard',
  "```html\n<aside>\nwords\n</aside>\n```\n",
  "~~~\n<p>words</p>\n~~~",
  "a < b\n\n<https://x.example>",
])("unwrapHtmlBlocks() leaves %j as it is", (markdown) => {
  expect(unwrapHtmlBlocks(markdown)).toBe(markdown);
});
