import { expect, test } from "vitest";
import { isPermissionMissing } from "./is-permission-missing";

test.each([
  [{ code: 401, message: "Unauthorized; scope does not match" }, true],
  [{ code: 401, message: "Unauthorized" }, false],
])("isPermissionMissing() reads %j", async (body, expected) => {
  expect(await isPermissionMissing(Response.json(body, { status: 401 }))).toBe(expected);
});
