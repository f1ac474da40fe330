import { expect, test } from "vitest";
import { type CountedPage, listCountedIds } from "./list-counted-ids";

const OPTIONS = { floor: 5, from: "Jira", items: "issues" };

/** A list of these pages. A page's token is its index. */
function listOf(...pages: readonly CountedPage["items"][]) {
  const total = pages.flat().length;
  return async (token = "0"): Promise<CountedPage> => {
    const at = Number(token);
    return { items: pages[at] ?? [], total, ...(at + 1 < pages.length && { next: String(at + 1) }) };
  };
}

test("listCountedIds() lists what was updated since the given day, and what has no date", async () => {
  const list = listOf([{ id: "new", updatedAt: 9 }, { id: "undated" }], [{ id: "old", updatedAt: 4 }]);
  expect(await listCountedIds(list, OPTIONS)).toEqual(["new", "undated"]);
});

test("listCountedIds() lists items with an invalid date", async () => {
  expect(await listCountedIds(listOf([{ id: "odd", updatedAt: Number.NaN }]), OPTIONS)).toEqual(["odd"]);
});

test("listCountedIds() returns no list that may be incomplete", async () => {
  const list = listOf([{ id: "a", updatedAt: 9 }], [{ id: "a", updatedAt: 9 }]);
  await expect(listCountedIds(list, OPTIONS)).rejects.toMatchObject({ code: "read-item" });
});
