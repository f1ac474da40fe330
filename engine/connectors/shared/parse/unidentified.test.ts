import { expect, test } from "vitest";
import { toUnidentified } from "./unidentified";

test("toUnidentified() reports the same entry once, and another one by itself", () => {
  const first = toUnidentified({ title: "a" }, "Jira");
  expect(toUnidentified({ title: "a" }, "Jira")).toEqual(first);
  expect(toUnidentified(null, "Jira").id).not.toBe(first.id);
  expect(first.reason).toBe("Cannot read an entry of Jira's list: it has no id");
  expect(toUnidentified(undefined, "Jira").id).toMatch(/^unidentified:[0-9a-f]{8}$/);
});
