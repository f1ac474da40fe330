import { expect, test } from "vitest";
import { NotFoundError } from "./not-found-error";
import { toStoreError } from "./to-store-error";

const dexieError = (name: string, more: object) => Object.assign(new Error(name), { name, ...more });

test("toStoreError() finds the browser's error inside Dexie's", () => {
  const full = new DOMException("Full", "QuotaExceededError");
  const closed = dexieError("DatabaseClosedError", { inner: dexieError("OpenFailedError", { inner: full }) });
  expect(toStoreError(closed)).toMatchObject({ code: "quota", cause: closed });
  expect(toStoreError(dexieError("BulkError", { failures: [full] }))).toMatchObject({ code: "quota" });
  const newer = dexieError("OpenFailedError", { inner: new DOMException("Newer", "VersionError") });
  expect(toStoreError(newer)).toMatchObject({
    code: "store",
    message: expect.stringContaining("update Atlas"),
  });
});

test("toStoreError() unwraps an error of Atlas, and returns any other as it is", () => {
  const own = new NotFoundError("Cannot find it");
  expect(toStoreError(dexieError("NotFoundError", { inner: own }))).toBe(own);
  const bug = new TypeError("x is undefined");
  expect(toStoreError(bug)).toBe(bug);
  const stopped = new DOMException("Stopped", "AbortError");
  expect(toStoreError(stopped)).toBe(stopped);
  expect(toStoreError("text")).toBe("text");
});
