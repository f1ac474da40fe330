import { describe, expect, test } from "vitest";
import { createFakeClock } from "../../../testing/fakes/fake-clock";
import { createFakeContext } from "../../../testing/fakes/fake-context";
import { sourceFixture } from "../../../testing/fixtures";
import { openTestStore } from "../../../testing/store/open-test-store";
import { deliveredDocuments, runPass } from "../../../testing/store/run-pass";
import { bookmarks } from "../../bookmarks";

const HOUR = 60 * 60 * 1000;

/** Bookmarks by name, and pages by address. A missing page answers 404. */
async function createFixture(urls: readonly string[], pages: Record<string, string>) {
  const clock = createFakeClock();
  const store = openTestStore({ clock });
  const source = sourceFixture({ id: "source", settings: { readPages: true } });
  await store.addSource(source);
  const requests: string[] = [];
  const concurrency = { now: 0, most: 0 };
  const context = createFakeContext({
    source,
    clock,
    store,
    ports: {
      bookmarks: {
        list: async () => urls.map((url) => ({ id: url, title: "Title", url, folders: ["Bar"], addedAt: 0 })),
      },
      fetch: async (url) => {
        requests.push(url);
        concurrency.now += 1;
        concurrency.most = Math.max(concurrency.most, concurrency.now);
        await new Promise((resolve) => setImmediate(resolve));
        concurrency.now -= 1;
        const html = pages[url];
        return new Response(html ?? "Gone", {
          status: html === undefined ? 404 : 200,
          headers: { "content-type": "text/html" },
        });
      },
    },
  });
  const pass = (readPages = true) =>
    runPass({
      definition: bookmarks,
      context: { ...context, source: { ...source, settings: { readPages } } },
      store,
    });
  return { clock, store, pages, asked: requests, busy: concurrency, pass };
}

const A = "https://example.com/a";
const B = "https://example.com/b";

describe("a list of pages whose pages are read", () => {
  test("delivers the page in place of its description", async () => {
    const { pass, store } = await createFixture([A], { [A]: "<p>Body" });
    await pass();
    expect((await deliveredDocuments(store)).get(A)).toMatchObject({
      title: "Title",
      container: ["Bar"],
      content: { kind: "bytes", mediaType: "text/html", bytes: new TextEncoder().encode("<p>Body") },
    });
  });

  test("delivers the description of a page that does not reply, with the reason", async () => {
    const { pass, store } = await createFixture([A, B], { [B]: "<p>Body" });
    await pass();
    expect((await deliveredDocuments(store)).get(A)?.content).toEqual({
      kind: "text",
      mediaType: "text/plain",
      text: "Title\n\nexample.com a\n\nIn Bar",
      note: "Indexed by title only: example.com answered 404",
    });
  });

  test("requests a page that did not reply again after a day, not before", async () => {
    const { pass, clock, asked: requests } = await createFixture([A], {});
    await pass();
    clock.advance(23 * HOUR);
    await pass();
    expect(requests).toHaveLength(1);
    clock.advance(2 * HOUR);
    await pass();
    expect(requests).toHaveLength(2);
  });

  test("indexes nothing again when a page still does not reply, and waits another day", async () => {
    const { pass, clock, asked: requests } = await createFixture([A], {});
    await pass();
    clock.advance(25 * HOUR);
    const pages = await pass();
    expect(pages.flatMap((page) => page.documents)).toEqual([]);
    expect(pages.flatMap((page) => page.touched ?? [])).toHaveLength(1);
    clock.advance(HOUR);
    await pass();
    expect(requests).toHaveLength(2);
  });

  test("delivers a page that replies again", async () => {
    const { pass, clock, pages, store } = await createFixture([A], {});
    await pass();
    pages[A] = "<p>Back";
    clock.advance(25 * HOUR);
    await pass();
    expect((await deliveredDocuments(store)).get(A)?.content).toMatchObject({ kind: "bytes" });
  });

  test("does not request a page it has read again", async () => {
    const { pass, clock, asked: requests } = await createFixture([A], { [A]: "<p>Body" });
    await pass();
    clock.advance(48 * HOUR);
    await pass();
    expect(requests).toEqual([A]);
  });

  test("delivers titles when reading is switched off, and pages when it is switched on again", async () => {
    const { pass, store } = await createFixture([A], { [A]: "<p>Body" });
    await pass();
    await pass(false);
    expect((await deliveredDocuments(store)).get(A)?.content.kind).toBe("text");
    await pass();
    expect((await deliveredDocuments(store)).get(A)?.content.kind).toBe("bytes");
  });

  test("fetches four pages at a time and reports progress every twenty", async () => {
    const urls = Array.from({ length: 50 }, (_, at) => `https://example.com/${at}`);
    const { pass, busy: concurrency } = await createFixture(
      urls,
      Object.fromEntries(urls.map((url) => [url, "<p>Body"])),
    );
    const pages = await pass();
    expect(concurrency.most).toBe(4);
    expect(pages.map(({ documents }) => documents.length)).toEqual([20, 20, 10]);
  });

  test("skips an address that is no web page, with a reason, and never requests it", async () => {
    const { pass, asked: requests } = await createFixture(
      ["javascript:alert(1)", "chrome://settings", "file:///a", "http://"],
      {},
    );
    const failures = (await pass()).flatMap((page) => page.failures);
    expect(requests).toEqual([]);
    expect(failures.map(({ outcome }) => outcome)).toEqual(["skipped", "skipped", "skipped", "skipped"]);
    expect(failures[0]?.reason).toBe(
      'Not a web page: the address starts with "javascript:", and Atlas reads http and https',
    );
    expect(failures[3]?.reason).toBe("Not a web page: the address cannot be understood");
  });
});
