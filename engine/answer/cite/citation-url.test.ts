import { expect, test } from "vitest";
import type { Document } from "../../model/document";
import { documentFixture } from "../../testing/fixtures";
import { citationUrl } from "./citation-url";

const READER = "chrome-extension://atlas/tabs/reader.html";
const text = "Guide. The lid opens upwards.";

function url(fields: Partial<Document>, page?: number): string {
  const document = documentFixture({ text, format: "markdown", ...fields });
  return citationUrl({ document, start: 7, end: text.length, ...(page !== undefined && { page }) }, READER);
}

test("citationUrl() scrolls a web page to the words", () => {
  expect(url({ url: "https://example.com/guide?a=1" })).toBe(
    "https://example.com/guide?a=1#:~:text=The%20lid%20opens%20upwards.",
  );
});

test("citationUrl() keeps the address's own fragment, but not an older directive", () => {
  expect(url({ url: "https://example.com/#top" })).toBe(
    "https://example.com/#top:~:text=The%20lid%20opens%20upwards.",
  );
  expect(url({ url: "https://example.com/#top:~:text=old" })).toBe(
    "https://example.com/#top:~:text=The%20lid%20opens%20upwards.",
  );
});

test("citationUrl() opens a PDF on the web at its page", () => {
  expect(url({ url: "https://example.com/a.pdf#x" }, 12)).toBe("https://example.com/a.pdf#page=12");
});

test("citationUrl() opens the message of a quote", () => {
  const parts = [
    { start: 0, end: 6, url: "https://chat.example/1" },
    { start: 6, end: text.length, url: "https://chat.example/2" },
  ];
  expect(url({ url: "https://chat.example/thread", parts })).toBe("https://chat.example/2");
});

test("citationUrl() opens the reader where there is no web address", () => {
  expect(url({ url: "file:///a b.md", sourceId: "notes & more", itemId: "a/b ü.md" })).toBe(
    `${READER}?source=notes%20%26%20more&item=a%2Fb%20%C3%BC.md#7-29`,
  );
  expect(url({ url: "" })).toBe(`${READER}?source=notes&item=a.txt#7-29`);
});

test("citationUrl() of a bookmark that has only its title is the plain address", () => {
  const bookmark = { type: "bookmark", title: "The lid", url: "https://example.com/#lid" } as const;
  expect(url({ ...bookmark, text: "The lid\nhttps://example.com/#lid" })).toBe(bookmark.url);
});
