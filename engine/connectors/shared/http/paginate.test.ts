import { expect, test } from "vitest";
import { paginate } from "./paginate";

const PAGES: Readonly<Record<string, { readonly items: string; readonly next?: string | null }>> = {
  first: { items: "a", next: "second" },
  second: { items: "b", next: "third" },
  third: { items: "c", next: null },
  round: { items: "r", next: "round" },
};

async function readFrom(start: string): Promise<readonly string[]> {
  const found: string[] = [];
  const ask = async (token = start) => PAGES[token] ?? { items: "?" };
  for await (const { items } of paginate(ask, ({ next }) => next)) found.push(items);
  return found;
}

test("paginate() yields every page in turn", async () => {
  expect(await readFrom("first")).toEqual(["a", "b", "c"]);
});

test("paginate() throws for an endless list", async () => {
  await expect(readFrom("round")).rejects.toMatchObject({ code: "unavailable" });
});
