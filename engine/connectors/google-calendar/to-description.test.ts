import { expect, test } from "vitest";
import { toDescription } from "./to-description";

test.each([
  ["1 < 2 & so on\nNext", "1 < 2 & so on\nNext"],
  ["Ada <ada@example.com>\nBo", "Ada <ada@example.com>\nBo"],
  ["Tom &amp; Jerry\n&lt;b&gt;", "Tom & Jerry\n\\<b>"],
  ["<b>Ada</b> <ada@example.com>", "Ada <ada@example.com>"],
  [
    "Join <a href='https://example.com/a'>here</a>\n\nAgenda\n1. Dates",
    "Join here (https://example.com/a)\n\nAgenda\n1. Dates",
  ],
  ["<ul>\n<li>a</li>\n<li>b</li>\n</ul>", "- a\n- b"],
  [
    '<a href="https://www.google.com/url?q=https%3A%2F%2Fexample.com%2Fplan%3Fa%3D1&amp;sa=D&amp;usg=x">plan</a>',
    "plan (https://example.com/plan?a=1)",
  ],
  ["https://www.google.com/url?q=%E0%A4%A&sa=D", "https://www.google.com/url?q=%E0%A4%A&sa=D"],
  ["", ""],
  [null, ""],
])("toDescription() reads %j", (description, text) => {
  expect(toDescription(description)).toBe(text);
});

test.each([
  ["Bring the Map<String> notes", "Bring the Map\\<String> notes"],
  ["Type &lt;file&gt; <b>twice</b>", "Type \\<file> twice"],
  ["<ada@example.com>, 5*3*2", "<ada@example.com>, 5\\*3\\*2"],
])("toDescription() keeps every word of %j", (description, text) => {
  expect(toDescription(description)).toBe(text);
});
