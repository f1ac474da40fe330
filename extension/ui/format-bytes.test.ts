import { expect, it } from "vitest";
import { formatBytes } from "./format-bytes";

it.each([
  [0, "0 bytes"],
  [999, "999 bytes"],
  [1_000, "1.0 KB"],
  [999_600, "1.0 MB"],
  [13_240_000, "13.2 MB"],
  [833_000_000, "833 MB"],
  [2_500_000_000, "2.5 GB"],
])("formatBytes() says %i as %s", (bytes, words) => {
  expect(formatBytes(bytes)).toBe(words);
});
