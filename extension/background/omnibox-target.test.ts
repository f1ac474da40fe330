import { expect, test } from "vitest";
import { omniboxTarget } from "./omnibox-target";

test.each([
  "https://a.example/b#:~:text=c",
  "chrome-extension://abc/tabs/reader.html?item=a",
  "file:///a.md",
])("omniboxTarget() opens %s", (text) => {
  expect(omniboxTarget(text)).toEqual({ address: text });
});

test.each([
  "where do otters sleep?",
  "https://",
  "https: or http",
  "javascript:alert(1)",
  "data:text/html,x",
])("omniboxTarget() asks %s", (text) => {
  expect(omniboxTarget(text)).toEqual({ question: text });
});

test("omniboxTarget() has nothing to ask when only blanks were typed", () => {
  expect(omniboxTarget("  ")).toEqual({ question: "" });
});
