import { expect, test } from "vitest";
import { createFakeClock } from "../../testing/fakes/fake-clock";
import { createFakeContext } from "../../testing/fakes/fake-context";
import { pullPageFixture, sourceFixture } from "../../testing/fixtures";
import { openTestStore } from "../../testing/store/open-test-store";
import { runPass } from "../../testing/store/run-pass";
import { savedPages } from ".";
import { toDocument } from "./to-document";

const page = { url: "https://a.com/p#two", title: "Page", html: "<p>Body", savedAt: 7 };

test("a pass over saved pages delivers nothing and deletes nothing", async () => {
  const clock = createFakeClock();
  const store = openTestStore({ clock });
  const source = sourceFixture({ id: "saved-pages" });
  await store.addSource(source);
  await store.commitPage(source.id, pullPageFixture({ documents: [toDocument(page)] }));
  const context = createFakeContext({ source, clock, store });
  const pages = await runPass({ definition: savedPages, context, store });
  expect(pages).toEqual([pullPageFixture({ cursor: "" })]);
  expect((await store.counts(source.id)).found).toBe(1);
});

test("toDocument() gives a page one id, whatever follows the # of its address", () => {
  const again = toDocument({ ...page, url: "https://a.com/p#one", savedAt: 8 });
  expect(again).toMatchObject({ id: "https://a.com/p", url: "https://a.com/p#one", updatedAt: 8 });
  expect(again.id).toBe(toDocument(page).id);
  expect(again.version).not.toBe(toDocument(page).version);
});

test("toDocument() notes what was not saved of a page", () => {
  const page = { url: "https://a.example/", title: "A", html: "<p>A</p>", savedAt: 1 };
  const note = "Only the first 8.4 of 20.0 million characters of the page were read";
  expect(toDocument({ ...page, note }).content.note).toBe(note);
  expect(toDocument(page).content).not.toHaveProperty("note");
});
