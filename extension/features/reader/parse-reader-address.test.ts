import { describe, expect, it } from "vitest";
import { parseReaderAddress } from "./parse-reader-address";

describe("parseReaderAddress()", () => {
  it("reads source, item and stretch", () => {
    expect(parseReaderAddress("?source=s1&item=a%2Fb%20c.md", "#120-180")).toEqual({
      sourceId: "s1",
      itemId: "a/b c.md",
      start: 120,
      end: 180,
    });
  });

  it.each(["", "#", "#12", "#a-b", "#-1-5"])("begins at the beginning when the stretch is %j", (hash) => {
    expect(parseReaderAddress("?source=s1&item=a", hash)).toMatchObject({ start: 0, end: 0 });
  });

  it("names no document when source or item is missing", () => {
    expect(parseReaderAddress("?source=s1", "#1-2")).toBeUndefined();
    expect(parseReaderAddress("?item=a&source=", "#1-2")).toBeUndefined();
  });
});
