import { expect, test } from "vitest";
import { pullPageFixture, sourceDocumentFixture } from "../../../../testing/fixtures";
import { withTrash } from "./with-trash";

const { signal } = new AbortController();
const inLedger = async (ids: readonly string[]) =>
  new Map(ids.filter((id) => id !== "never seen").map((id) => [id, { version: "1" }]));

function feedOf(done: boolean) {
  const page = pullPageFixture({
    documents: [sourceDocumentFixture({ id: "kept" }), sourceDocumentFixture({ id: "thrown" })],
    deletions: ["gone"],
    done,
  });
  const listTrash = async () => ["thrown", "gone", "never seen"];
  return withTrash({ pull: async () => page }, { known: inLedger, listTrash });
}

test("withTrash() deletes items of the trash that have a ledger row, at the end of a pass", async () => {
  const { documents, deletions } = await feedOf(true).pull(undefined, signal);
  expect(documents.map(({ id }) => id)).toEqual(["kept"]);
  expect(deletions).toEqual(["gone", "thrown"]);
});

test("withTrash() does not change earlier pages", async () => {
  const { documents, deletions } = await feedOf(false).pull(undefined, signal);
  expect(documents.map(({ id }) => id)).toEqual(["kept", "thrown"]);
  expect(deletions).toEqual(["gone"]);
});
