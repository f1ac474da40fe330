import { describe, expect, test } from "vitest";
import type { Settings } from "../../model/source";
import { createFakeClock } from "../../testing/fakes/fake-clock";
import { createFakeContext } from "../../testing/fakes/fake-context";
import { createFakeFolder, domError, type FakeFolderFile } from "../../testing/fakes/fake-folder";
import { sourceFixture } from "../../testing/fixtures";
import { openTestStore } from "../../testing/store/open-test-store";
import { runPass } from "../../testing/store/run-pass";
import { folder } from ".";

const MEGABYTE = 1024 * 1024;

async function createFixture(
  files: Readonly<Record<string, string | FakeFolderFile>>,
  settings: Settings = {},
) {
  const clock = createFakeClock();
  const store = openTestStore({ clock });
  const source = sourceFixture({ id: "src", label: "Notes", settings });
  await store.addSource(source);
  const fake = createFakeFolder();
  const write = (path: string, file: string | FakeFolderFile, lastModified = 1) =>
    fake.files.set(path, typeof file === "string" ? { text: file, lastModified } : file);
  for (const [path, file] of Object.entries(files)) write(path, file);
  const context = createFakeContext({
    source,
    clock,
    store,
    ports: { folders: { open: async () => fake.handle } },
  });
  const pages = () => runPass({ definition: folder, context, store });
  const pass = async () => {
    const all = await pages();
    return {
      documents: all.flatMap((page) => page.documents),
      deletions: all.flatMap((page) => page.deletions),
      failures: all.flatMap((page) => page.failures),
      touched: all.flatMap((page) => page.touched ?? []),
    };
  };
  const rows = async () =>
    (await store.ledger("src", { offset: 0, limit: 1000 })).map(({ itemId }) => itemId);
  return { fake, store, context, write, pages, pass, rows };
}

describe("a document of a folder", () => {
  test("has path, folders, hash and an address, for unusual file names too", async () => {
    const { pass } = await createFixture({ "2024/Q&A #1.md": "abc" });
    expect((await pass()).documents).toEqual([
      {
        id: "2024/Q&A #1.md",
        type: "file",
        title: "Q&A #1.md",
        url: "atlas-folder://src/2024/Q%26A%20%231.md",
        version: "1:3",
        container: ["Notes", "2024"],
        updatedAt: 1,
        fileName: "Q&A #1.md",
        contentHash: "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        content: { kind: "bytes", bytes: new TextEncoder().encode("abc") },
      },
    ]);
  });

  test("is delivered when it is empty, so that conversion reports it", async () => {
    const { pass } = await createFixture({ "empty.md": "" });
    expect((await pass()).documents).toMatchObject([{ id: "empty.md", content: { kind: "bytes" } }]);
  });
});

describe("a scan", () => {
  test("goes by path, in whatever order the handles come", async () => {
    const { pass } = await createFixture({ "b/z.md": "1", "a.md": "2", "b/a.md": "3", "B.md": "4" });
    expect((await pass()).documents.map(({ id }) => id)).toEqual(["B.md", "a.md", "b/a.md", "b/z.md"]);
  });

  test("leaves out hidden files and folders of programs", async () => {
    const files = {
      "a.md": "1",
      ".env": "2",
      ".config/b.md": "3",
      ".git/HEAD": "4",
      "app/node_modules/c.md": "5",
      "~$a.docx": "6",
      "Thumbs.db": "7",
    };
    const shown = await createFixture(files);
    await shown.pass();
    expect(await shown.rows()).toEqual(["a.md"]);
    const hidden = await createFixture(files, { includeHidden: true });
    await hidden.pass();
    expect(await hidden.rows()).toEqual([".config/b.md", ".env", "a.md"]);
  });

  test("ends a page after 64 files or 8 MB, whichever comes first", async () => {
    const large = "x".repeat(3 * MEGABYTE);
    const names = Array.from({ length: 70 }, (_, at) => [`b${String(at).padStart(2, "0")}.md`, `${at}`]);
    const { pages } = await createFixture({
      "a1.md": large,
      "a2.md": large,
      "a3.md": large,
      ...Object.fromEntries(names),
    });
    expect((await pages()).map(({ documents }) => documents.length)).toEqual([2, 64, 7]);
  });

  test("lists every folder once, including pruning", async () => {
    const files = Array.from({ length: 150 }, (_, at) => [`d/${at}.md`, `${at}`]);
    const { pass, fake } = await createFixture(Object.fromEntries(files));
    await pass();
    expect(fake.log.listed).toEqual(["", "d/"]);
  });

  test("continues from the cursor when the last file was deleted, and reads nothing twice", async () => {
    const files = Array.from({ length: 130 }, (_, at) => [`${String(at).padStart(3, "0")}.md`, `${at}`]);
    const { pass, fake, context, store, rows } = await createFixture(Object.fromEntries(files));
    const page = await folder.create(context).pull(undefined, new AbortController().signal);
    await store.commitPage("src", page);
    fake.files.delete(page.cursor);
    await pass();
    expect(await rows()).toHaveLength(129);
    expect(new Set(fake.log.read).size).toBe(fake.log.read.length);
  });
});

describe("an unchanged file", () => {
  test("is not read", async () => {
    const { pass, fake } = await createFixture({ "a.md": "abc" });
    await pass();
    expect((await pass()).documents).toEqual([]);
    expect(fake.log.read).toEqual(["a.md"]);
  });

  test("is read once and not delivered when it was touched", async () => {
    const { pass, write, fake } = await createFixture({ "a.md": "abc" });
    await pass();
    write("a.md", "abc", 2);
    expect(await pass()).toMatchObject({ documents: [], touched: [{ id: "a.md", version: "2:3" }] });
    expect(await pass()).toMatchObject({ documents: [], touched: [] });
    expect(fake.log.read).toEqual(["a.md", "a.md"]);
  });
});

describe("a moved file", () => {
  test("is a deletion and a document in one page", async () => {
    const { fake, pages, write, rows } = await createFixture({ "old/a.md": "abc" });
    await pages();
    fake.files.delete("old/a.md");
    write("new/a.md", "abc");
    expect(await pages()).toMatchObject([{ documents: [{ id: "new/a.md" }], deletions: ["old/a.md"] }]);
    expect(await rows()).toEqual(["new/a.md"]);
  });

  test("replaces one of two equal files, and a copy replaces none", async () => {
    const { fake, pass, write, rows } = await createFixture({ "a.md": "abc", "b.md": "abc" });
    await pass();
    fake.files.delete("a.md");
    write("c.md", "abc");
    write("d.md", "abc");
    expect((await pass()).deletions).toEqual(["a.md"]);
    expect(await rows()).toEqual(["b.md", "c.md", "d.md"]);
  });

  test("is not assumed when the old file may be in a folder that cannot be listed", async () => {
    const { fake, pages, write, rows } = await createFixture({ "closed/a.md": "abc" });
    await pages();
    fake.listErrors.set("closed/", domError("NotAllowedError"));
    write("copy.md", "abc");
    await expect(pages()).rejects.toMatchObject({ code: "read-item" });
    expect(await rows()).toEqual(["closed/", "closed/a.md", "copy.md"]);
  });
});

describe("a file or folder that cannot be indexed", () => {
  test("is skipped unread when it is over 64 MB", async () => {
    const { pass, fake } = await createFixture({
      "big.txt": { text: "", lastModified: 1, size: 300 * MEGABYTE },
    });
    expect((await pass()).failures).toMatchObject([
      { outcome: "skipped", reason: "The file is 300 MB; Atlas reads files up to 64 MB", title: "big.txt" },
    ]);
    expect(fake.log.read).toEqual([]);
  });

  test("is skipped unread when its extension means no text, and reported once", async () => {
    const { pass, fake } = await createFixture({ "photo.JPG": "x" });
    expect((await pass()).failures).toMatchObject([
      { outcome: "skipped", reason: "The file is a picture (.jpg), which holds no text to index" },
    ]);
    expect((await pass()).failures).toEqual([]);
    expect(fake.log.read).toEqual([]);
  });

  test("is skipped unread when it is an archive other than zip, which conversion reads", async () => {
    const { pass, fake } = await createFixture({ "export.zip": "PK", "old.7z": "7z" });
    const { documents, failures } = await pass();
    expect(documents.map(({ id }) => id)).toEqual(["export.zip"]);
    expect(failures).toMatchObject([
      { id: "old.7z", reason: "The file is an archive (.7z); unpack it, and its files are read" },
    ]);
    expect(fake.log.read).toEqual(["export.zip"]);
  });

  test("fails alone when it disappears during the scan, and is tried again", async () => {
    const gone = { text: "abc", lastModified: 1, readError: domError("NotFoundError") };
    const { pass, write } = await createFixture({ "a.md": "1", "b.md": gone, "c.md": "3" });
    const first = await pass();
    expect(first.documents.map(({ id }) => id)).toEqual(["a.md", "c.md"]);
    expect(first.failures).toMatchObject([
      {
        id: "b.md",
        outcome: "failed",
        code: "read-item",
        reason: "The file vanished while it was being read",
      },
    ]);
    write("b.md", "abc");
    expect((await pass()).documents.map(({ id }) => id)).toEqual(["b.md"]);
  });

  test("fails when it cannot be read any more, and is delivered when it can", async () => {
    const { pass, write } = await createFixture({ "a.md": "abc" });
    await pass();
    write("a.md", { text: "abc", lastModified: 2, readError: domError("NotReadableError") });
    expect((await pass()).failures).toHaveLength(1);
    write("a.md", "abc", 3);
    expect((await pass()).documents).toHaveLength(1);
  });

  test("ends at a depth of 64 with a reason when it contains itself", async () => {
    const { pass, fake } = await createFixture({ "a.md": "abc" });
    fake.loops.add("loop/");
    expect((await pass()).failures).toMatchObject([
      {
        id: "loop/".repeat(65),
        title: "loop/",
        outcome: "skipped",
        reason: "Nested deeper than 64 folders, which looks like a loop",
      },
    ]);
    expect((await pass()).failures).toEqual([]);
  });

  test("is reported when it cannot be listed, and nothing is pruned until it can", async () => {
    const { pages, fake, rows, store } = await createFixture({
      "a.md": "1",
      "closed/b.md": "2",
      "gone.md": "3",
    });
    await pages();
    fake.listErrors.set("closed/", domError("NotReadableError"));
    fake.files.delete("gone.md");
    await expect(pages()).rejects.toThrow(
      'Cannot tell which files of "Notes" are gone: "closed/" cannot be listed',
    );
    expect(await rows()).toEqual(["a.md", "closed/", "closed/b.md", "gone.md"]);
    expect((await store.ledger("src", { statuses: ["failed"], offset: 0, limit: 9 }))[0]).toMatchObject({
      itemId: "closed/",
      reason: "Cannot list what is in this folder",
    });
    fake.listErrors.clear();
    await pages();
    expect(await rows()).toEqual(["a.md", "closed/b.md"]);
  });
});

describe("a missing root folder", () => {
  test("requests the permission again when it was withdrawn during the scan, and commits no failures", async () => {
    const { pages, write, fake, rows } = await createFixture({ "a.md": "1" });
    await pages();
    write("b.md", "2");
    const list = fake.handle.values.bind(fake.handle);
    let listings = 0;
    fake.handle.values = () => {
      listings += 1;
      if (listings > 1) throw domError("NotAllowedError");
      fake.files.set("b.md", { text: "2", lastModified: 1, openError: domError("NotAllowedError") });
      return list();
    };
    await expect(pages()).rejects.toMatchObject({
      code: "permission",
      message: 'Cannot read the folder "Notes": allow it again',
    });
    expect(await rows()).toEqual(["a.md"]);
  });

  test("deletes nothing when its drive is missing, and is tried again later", async () => {
    const { pages, fake, rows } = await createFixture({ "a.md": "1" });
    await pages();
    fake.listErrors.set("", domError("NotFoundError"));
    await expect(pages()).rejects.toMatchObject({ code: "not-found" });
    expect(await rows()).toEqual(["a.md"]);
  });
});
