import { expect, test } from "vitest";
import { parseOmniboxInput } from "./parse-omnibox-input";

test.each([
  "https://a.example/b#:~:text=c",
  "chrome-extension://abc/tabs/reader.html?item=a",
  "file:///a.md",
])("parseOmniboxInput() opens %s", (text) => {
  expect(parseOmniboxInput(text)).toEqual({ address: text });
});

test.each([
  "where do otters sleep?",
  "https://",
  "https: or http",
  "javascript:alert(1)",
  "data:text/html,x",
])("parseOmniboxInput() asks %s", (text) => {
  expect(parseOmniboxInput(text)).toEqual({ question: text });
});

test("parseOmniboxInput() has nothing to ask when only blanks were typed", () => {
  expect(parseOmniboxInput("  ")).toEqual({ question: "" });
});
