import { describe, expect, it } from "vitest";
import { formatFocus, formatScope } from "./format-scope";

describe("formatFocus()", () => {
  it("names the kind and the title", () => {
    expect(formatFocus({ kind: "selection", title: "Notes", url: "https://a.example/" })).toBe(
      "This selection: Notes",
    );
  });

  it("falls back to the address when the page has no title", () => {
    expect(formatFocus({ kind: "page", title: " ", url: "https://a.example/" })).toBe(
      "This page: https://a.example/",
    );
  });
});

describe("formatScope()", () => {
  it("lists the sources a question was narrowed to", () => {
    const sources = [
      { id: "a", label: "Bookmarks" },
      { id: "b", label: "notes" },
    ];
    expect(formatScope({ sources })).toBe("Only in Bookmarks, notes");
  });

  it("names folders and the time", () => {
    const since = { at: 5, label: "Since yesterday" };
    expect(formatScope({ containers: ["releases"], since })).toBe("Only in releases · Since yesterday");
    expect(formatScope({ since })).toBe("Since yesterday");
  });

  it("says nothing when a question looked everywhere", () => {
    expect(formatScope({})).toBeUndefined();
  });
});
