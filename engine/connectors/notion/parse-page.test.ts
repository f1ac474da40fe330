import fc from "fast-check";
import { expect, test } from "vitest";
import { mutatedJson } from "../../testing/fuzz/mutated-json";
import { parsePages, UNIDENTIFIED } from "./parse-page";

const NOW = Date.UTC(2026, 0, 7);
const PAGE = {
  object: "page",
  id: "59833787-2cf9-4fdf-8782-e53db20768a5",
  url: "https://www.notion.so/598337872cf94fdf8782e53db20768a5",
  created_time: "2026-01-05T10:00:00.000Z",
  last_edited_time: "2026-01-06T11:30:00.000Z",
  created_by: { object: "user", id: "1" },
  last_edited_by: { object: "user", id: "1" },
  in_trash: false,
  parent: { type: "page_id", page_id: "2" },
  properties: { Name: { id: "title", type: "title", title: [{ plain_text: "Boiler" }] } },
};
const SOURCE = {
  ...{ object: "data_source", id: "0f1e2d3c-0000-4000-8000-000000000004", url: "https://www.notion.so/0f" },
  ...{
    title: [{ plain_text: "Tasks" }],
    description: [{ plain_text: "All" }],
    properties: { Name: { type: "title" } },
  },
  ...{
    last_edited_time: "2026-01-06T11:30:00.000Z",
    database_parent: { type: "workspace", workspace: true },
  },
};
const WELL = { ...PAGE, id: "59833787-2cf9-4fdf-8782-000000000001" };

test("parsePages() makes an item or a failure with a reason of whatever Notion lists", () => {
  fc.assert(
    fc.property(fc.constantFrom<object>(PAGE, SOURCE).chain(mutatedJson), (broken) => {
      const items = parsePages([WELL, broken], NOW);
      expect(items).toHaveLength(2);
      expect(items[0]?.id).toBe(`page:${WELL.id}`);
      const found = items[1]?.found;
      if (found && "failure" in found)
        expect(found.failure.reason).toMatch(/^Cannot read .* is not as documented$/);
    }),
    { numRuns: 500 },
  );
});

test("parsePages() counts the pages that cannot be identified, as one failure", () => {
  const items = parsePages([{ object: "page" }, null, WELL], NOW);
  expect(items.map(({ id }) => id)).toEqual([`page:${WELL.id}`, UNIDENTIFIED]);
  expect(items[1]?.found).toMatchObject({ failure: { reason: expect.stringContaining("2 of the pages") } });
});
