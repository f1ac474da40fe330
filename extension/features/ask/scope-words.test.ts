import { describe, expect, it } from "vitest";
import { focusWords, scopeWords } from "./scope-words";

describe("focusWords()", () => {
  it("names the kind and the title", () => {
    expect(focusWords({ kind: "selection", title: "Notes", url: "https://a.example/" })).toBe(
      "This selection: Notes",
    );
  });

  it("falls back to the address when the page has no title", () => {
    expect(focusWords({ kind: "page", title: " ", url: "https://a.example/" })).toBe(
      "This page: https://a.example/",
    );
  });
});

describe("scopeWords()", () => {
  it("lists the sources a question was narrowed to", () => {
    const sources = [
      { id: "a", label: "Bookmarks" },
      { id: "b", label: "notes" },
    ];
    expect(scopeWords({ sources })).toBe("Only in Bookmarks, notes");
  });

  it("names folders and the time", () => {
    const since = { at: 5, label: "Since yesterday" };
    expect(scopeWords({ containers: ["releases"], since })).toBe("Only in releases · Since yesterday");
    expect(scopeWords({ since })).toBe("Since yesterday");
  });

  it("says nothing when a question looked everywhere", () => {
    expect(scopeWords({})).toBeUndefined();
  });
});
