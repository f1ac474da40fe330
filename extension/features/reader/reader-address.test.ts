import { describe, expect, it } from "vitest";
import { readerAddress } from "./reader-address";

describe("readerAddress()", () => {
  it("reads source, item and stretch", () => {
    expect(readerAddress("?source=s1&item=a%2Fb%20c.md", "#120-180")).toEqual({
      sourceId: "s1",
      itemId: "a/b c.md",
      start: 120,
      end: 180,
    });
  });

  it.each(["", "#", "#12", "#a-b", "#-1-5"])("begins at the beginning when the stretch is %j", (hash) => {
    expect(readerAddress("?source=s1&item=a", hash)).toMatchObject({ start: 0, end: 0 });
  });

  it("names no document when source or item is missing", () => {
    expect(readerAddress("?source=s1", "#1-2")).toBeUndefined();
    expect(readerAddress("?item=a&source=", "#1-2")).toBeUndefined();
  });
});
