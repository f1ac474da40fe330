import { expect, test } from "vitest";
import { buildDocumentTable } from "./document-table";
import { findNewest } from "./find-newest";
import { findLiveRows } from "./live-rows";

function select(times: readonly (readonly [id: number, updatedAt: number])[], dead: readonly number[] = []) {
  const table = buildDocumentTable(
    times.map(([documentId, updatedAt]) => {
      return { documentId, sourceId: "notes", type: "file", updatedAt, ordinals: [0, 1] };
    }),
  );
  return { table, mask: findLiveRows(table, dead, new Uint8Array(times.length * 2)).mask };
}

test("findNewest() orders the documents of all segments by time and leaves out deleted ones", () => {
  const segments = [
    select([
      [1, 10],
      [2, 40],
      [3, 30],
    ]),
    select(
      [
        [4, 50],
        [5, 20],
        [6, 40],
      ],
      [4],
    ),
  ];
  expect(findNewest(segments, 3)).toEqual([2, 6, 3]);
  expect(findNewest(segments, 10)).toEqual([2, 6, 3, 5, 1]);
  expect(findNewest(segments, 0)).toEqual([]);
});
