import { expect, test } from "vitest";
import { formatStorageWarning } from "./format-storage-warning";

const sources = [
  { label: "Bookmarks", documents: 40 },
  { label: "notes", documents: 12_000 },
];

test("formatStorageWarning() is undefined while a fifth of the quota is free", () => {
  expect(formatStorageWarning({ used: 799, quota: 1_000, index: 100, sources })).toBeUndefined();
  expect(formatStorageWarning({ used: 0, quota: 0, index: 0, sources })).toBeUndefined();
});

test("formatStorageWarning() gives the share, the largest parts and the source to limit", () => {
  const warning = formatStorageWarning({ used: 9e8, quota: 1e9, index: 3e8, sources });
  expect(warning).toMatch(/^Storage is 90 % full: 900 MB of 1\.0 GB, of which the index takes 300 MB/);
  expect(warning).toContain("notes holds the most documents (12,000)");
});
