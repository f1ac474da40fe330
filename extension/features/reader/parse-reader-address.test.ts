import { describe, expect, it } from "vitest";
import { parseReaderAddress } from "./parse-reader-address";

describe("parseReaderAddress()", () => {
  it("parses source, item and range", () => {
    expect(parseReaderAddress("?source=s1&item=a%2Fb%20c.md", "#120-180")).toEqual({
      sourceId: "s1",
      itemId: "a/b c.md",
      start: 120,
      end: 180,
    });
  });

  it.each(["", "#", "#12", "#a-b", "#-1-5"])("starts at 0 when the range is %j", (hash) => {
    expect(parseReaderAddress("?source=s1&item=a", hash)).toMatchObject({ start: 0, end: 0 });
  });

  it("is undefined when source or item is missing", () => {
    expect(parseReaderAddress("?source=s1", "#1-2")).toBeUndefined();
    expect(parseReaderAddress("?item=a&source=", "#1-2")).toBeUndefined();
  });
});
