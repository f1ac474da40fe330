import { expect, test } from "vitest";
import type { Document } from "../../model/document";
import { createFakeRetriever } from "../../testing/fakes/fake-retriever";
import { documentFixture } from "../../testing/fixtures";
import { toSuggestion } from "./to-suggestion";

function suggest(query: string, fields: Partial<Document>) {
  const document = documentFixture({ format: "markdown", title: "Guide", ...fields });
  const passage = { document, chunk: document.chunks[0]!, score: 1, keywordScore: 1 };
  return toSuggestion(passage, query, {
    retriever: createFakeRetriever([passage]),
    readerUrl: "atlas:reader",
    sourceLabel: () => "Notes",
  });
}

test("toSuggestion() opens a web page at its address", () => {
  expect(suggest("lid", { text: "The **lid**\nopens.", url: "https://example.com/" })).toEqual({
    title: "Guide",
    url: "https://example.com/",
    sourceLabel: "Notes",
    snippet: "The lid opens.",
  });
});

test("toSuggestion() opens any other document in the reader", () => {
  expect(suggest("lid", { text: "The lid.", url: "" }).url).toBe("atlas:reader?source=notes&item=a.txt#0-8");
});

test("toSuggestion() begins shortly before the first match and ends with a whole word", () => {
  const { snippet } = suggest("lid", { text: `${"before ".repeat(40)}the lid opens ${"after ".repeat(40)}` });
  expect(snippet).toMatch(/^before .*the lid opens after .* after …$/);
  expect(snippet.length).toBeLessThanOrEqual(142);
});

test("toSuggestion() has a title even for a document without one", () => {
  expect(suggest("lid", { title: "", url: "https://example.com/a", text: "The lid." }).title).toBe(
    "https://example.com/a",
  );
});
