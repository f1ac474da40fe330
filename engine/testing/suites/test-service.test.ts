import { describe, expect, test } from "vitest";
import { brokenConnectors } from "./service/self-test/broken-connectors";
import { createFakeNotesVendor } from "./service/self-test/fake-notes-vendor";
import { notesDefinition } from "./service/self-test/notes-connector";
import { serviceChecks, testService } from "./test-service";

testService(notesDefinition, createFakeNotesVendor);

/** The check that must find each fault. */
const FOUND_BY: Readonly<Record<string, RegExp>> = {
  "takes anybody for the person": /whose account/,
  "leaves the last page out": /every item of every page/,
  "delivers what is known": /says nothing in a second pass/,
  "never lists": /follows created, changed and removed/,
  "lists nothing": /lists the ids/,
  "finds under other ids": /searches at the vendor/,
  "keeps what is forbidden": /gives up an item/,
  "does not listen to a cancel": /when it is cancelled/,
  "takes trouble for an empty page": /every request is answered by a server error/,
  "remembers its place outside the cursor": /killed at any step of the first pass/,
  "lets its token slip": /every item of every page/,
  "knows every field there will ever be": /never heard of/,
  "cannot do without an author": /may leave out/,
  "takes a lost place for the end": /expired between two pages/,
  "does not notice a move": /where it was moved/,
  "dies of a malformed item": /malformed item/,
  "never looks at limits": /asks for a long pause/,
};

describe("the suite finds a connector that", () => {
  test.each(Object.entries(brokenConnectors))("%s", async (fault, definition) => {
    const checks = serviceChecks.filter(({ title }) => FOUND_BY[fault]?.test(title));
    expect(checks).toHaveLength(1);
    await expect(checks[0]?.run({ definition, createVendor: createFakeNotesVendor })).rejects.toThrow();
  });
});
