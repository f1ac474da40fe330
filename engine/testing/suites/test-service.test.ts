import { describe, expect, test } from "vitest";
import { brokenConnectors } from "./service/self-test/broken-connectors";
import { createFakeNotesVendor } from "./service/self-test/fake-notes-vendor";
import { notesDefinition } from "./service/self-test/notes-connector";
import { serviceChecks, testService } from "./test-service";

testService(notesDefinition, createFakeNotesVendor);

/** The check that must find each fault. */
const FOUND_BY: Readonly<Record<string, RegExp>> = {
  "identifies any account": /identifies the account/,
  "skips the last page": /every item of every page/,
  "delivers known items": /delivers nothing in a second pass/,
  "never lists": /follows created, changed and removed/,
  "lists nothing": /lists the ids/,
  "searches with other ids": /searches at the vendor/,
  "keeps a forbidden item": /reports an item as deleted/,
  "ignores an abort": /when it is cancelled/,
  "reads an error as an empty page": /every request is answered by a server error/,
  "keeps its position outside the cursor": /killed at any step of the first pass/,
  "exposes its token": /every item of every page/,
  "rejects unknown fields": /unknown fields/,
  "requires an author": /absence of optional fields/,
  "reads an expired page token as the end": /expired between two pages/,
  "misses a move": /where it was moved/,
  "fails on a malformed item": /malformed item/,
  "ignores limits": /requests a long pause/,
};

describe("the suite finds a connector that", () => {
  test.each(Object.entries(brokenConnectors))("%s", async (fault, definition) => {
    const checks = serviceChecks.filter(({ title }) => FOUND_BY[fault]?.test(title));
    expect(checks).toHaveLength(1);
    await expect(checks[0]?.run({ definition, createVendor: createFakeNotesVendor })).rejects.toThrow();
  });
});
