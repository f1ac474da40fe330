import { afterEach, expect, test, vi } from "vitest";
import { readPage, readSelection } from "./read-page";

afterEach(() => vi.unstubAllGlobals());

function stubScripting(executeScript: () => Promise<unknown>): void {
  vi.stubGlobal("chrome", { scripting: { executeScript } });
}

const HTML = "<html></html>";
const PAGE = {
  contentType: "text/html",
  url: "https://a.example/",
  title: "A",
  html: HTML,
  length: HTML.length,
};

test("readPage() gives URL, title and HTML; the URL stands for a missing title", async () => {
  stubScripting(async () => [{ result: PAGE }]);
  expect(await readPage(1)).toEqual({ url: PAGE.url, title: "A", html: PAGE.html });
  stubScripting(async () => [{ result: { ...PAGE, title: " " } }]);
  expect(await readPage(1)).toMatchObject({ title: PAGE.url });
});

test("readPage() notes how much of a page it leaves out", async () => {
  stubScripting(async () => [{ result: { ...PAGE, length: 20_000_000 } }]);
  const { note } = await readPage(1);
  expect(note).toBe("Only the first 8.4 of 20.0 million characters of the page were read");
});

test.each(["application/pdf", "image/png"])(
  "readPage() says what a tab with %s shows",
  async (contentType) => {
    stubScripting(async () => [{ result: { ...PAGE, contentType } }]);
    await expect(readPage(1)).rejects.toMatchObject({
      code: "read-item",
      message: expect.stringContaining(contentType),
    });
  },
);

test.each([
  "Cannot access a chrome:// URL",
  'Cannot access contents of url "about:blank". Extension manifest must request permission to access this host.',
  "Frame with ID 0 is showing error page",
  "The extensions gallery cannot be scripted.",
])("readPage() rejects with ReadItemError where no permission helps: %s", async (message) => {
  stubScripting(() => Promise.reject(new Error(message)));
  await expect(readPage(1)).rejects.toMatchObject({ code: "read-item" });
});

test("readPage() rejects with PermissionError without access to the site", async () => {
  const message =
    "Cannot access contents of the page. Extension manifest must request permission to access the respective host.";
  stubScripting(() => Promise.reject(new Error(message)));
  await expect(readPage(1)).rejects.toMatchObject({ code: "permission" });
});

test("readSelection() gives the selection, and rejects as readPage() does", async () => {
  const selected = { text: "the weir", title: "A", url: PAGE.url };
  stubScripting(async () => [{ result: selected }]);
  expect(await readSelection(1)).toEqual(selected);
  stubScripting(async () => [{}]);
  await expect(readSelection(1)).rejects.toMatchObject({ code: "permission" });
});
