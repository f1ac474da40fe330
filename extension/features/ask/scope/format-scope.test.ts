import { describe, expect, it } from "vitest";
import { formatFocus, formatScope } from "./format-scope";

describe("formatFocus()", () => {
  it("shows the kind and the title", () => {
    expect(formatFocus({ kind: "selection", title: "Notes", url: "https://a.example/" })).toBe(
      "This selection: Notes",
    );
  });

  it("shows the URL of a page without a title", () => {
    expect(formatFocus({ kind: "page", title: " ", url: "https://a.example/" })).toBe(
      "This page: https://a.example/",
    );
  });
});

describe("formatScope()", () => {
  it("lists the sources of the scope", () => {
    const sources = [
      { id: "a", label: "Bookmarks" },
      { id: "b", label: "notes" },
    ];
    expect(formatScope({ sources })).toBe("Only in Bookmarks, notes");
  });

  it("shows folders and the time", () => {
    const since = { at: 5, label: "Since yesterday" };
    expect(formatScope({ containers: ["releases"], since })).toBe("Only in releases · Since yesterday");
    expect(formatScope({ since })).toBe("Since yesterday");
  });

  it("is undefined for an empty scope", () => {
    expect(formatScope({})).toBeUndefined();
  });
});
