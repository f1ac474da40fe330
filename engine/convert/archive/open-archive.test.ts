import fc from "fast-check";
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from "fflate";
import { describe, expect, it } from "vitest";
import { zipOfZeros } from "../testing/make-docx";
import { makeZip, makeZip64, patch, recordsOf } from "../testing/make-zip";
import type { ArchiveOptions } from "./archive";
import { openArchive } from "./open-archive";

const ENTRY = 0x02014b50;
const END = 0x06054b50;
const open = (bytes: Uint8Array, options: Partial<ArchiveOptions> = {}) =>
  openArchive(bytes, { name: "a.zip", signal: undefined, ...options });
const text = (bytes: Uint8Array | undefined) => bytes && new TextDecoder().decode(bytes);

/** Written piece by piece, so that sizes stand behind the data. */
function streamed(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const [at, [name, content]] of Object.entries(files).entries()) {
    const file = at % 2 ? new ZipPassThrough(name) : new ZipDeflate(name);
    zip.add(file);
    file.push(content.subarray(0, content.length / 2));
    file.push(content.subarray(content.length / 2), true);
  }
  zip.end();
  return Buffer.concat(parts);
}

const file = fc.uint8Array({ maxLength: 5_000, size: "max" });
const files = fc
  .dictionary(fc.stringMatching(/^[a-zäß/]{1,12}[a-z]$/), file, { maxKeys: 8 })
  .filter((map) => {
    const names = Object.keys(map).map((name) => name.split("/").filter(Boolean).join("/"));
    return new Set(names).size === names.length;
  });

describe("openArchive()", () => {
  it("reads what was written, of any size, with sizes before or behind the data", async () => {
    await fc.assert(
      fc.asyncProperty(files, fc.boolean(), async (contents, isStreamed) => {
        const archive = open(isStreamed ? streamed(contents) : makeZip(contents));
        expect(archive.entries).toHaveLength(Object.keys(contents).length);
        for (const [name, content] of Object.entries(contents)) {
          const path = name.split("/").filter(Boolean).join("/");
          expect(archive.has(path)).toBe(true);
          expect(Buffer.from((await archive.read(path)) ?? [])).toEqual(Buffer.from(content));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("gives an entry in pieces, and as text in UTF-8 and UTF-16", async () => {
    const long = "Straße ".repeat(1_000_000);
    const archive = open(makeZip({ "a/long.txt": long, utf16: Buffer.from("\ufeffÄ", "utf16le") }));
    const pieces: Uint8Array[] = [];
    for await (const piece of archive.stream("a/long.txt")) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(2);
    expect(Buffer.concat(pieces).toString()).toBe(long);
    expect(await archive.readText("a/long.txt")).toBe(long);
    expect(await archive.readText("utf16")).toBe("Ä");
    expect(await archive.read("missing")).toBeUndefined();
  });

  it("leaves out folders, and writes paths with slashes, without leading ones", () => {
    const archive = open(makeZip({ "folder/": "", "a\\b.txt": "b", "/c.txt": "c", "./d.txt": "d" }));
    expect(archive.entries.map(({ name }) => name)).toEqual(["a/b.txt", "c.txt", "d.txt"]);
  });

  it("reads names in code page 437 where they are not UTF-8", () => {
    const zip = makeZip({ "xxx.txt": "1" });
    const [entry = 0] = recordsOf(zip, ENTRY);
    zip.set([0x81, 0x62, 0x65], entry + 46);
    expect(open(zip).entries[0]?.name).toBe("übe.txt");
  });

  it("reads a zip64 archive and one behind a program", async () => {
    expect(text(await open(makeZip64("b.txt", strToU8("large"))).read("b.txt"))).toBe("large");
    const behind = Buffer.concat([strToU8("#!/bin/sh\nexit\n"), makeZip({ a: "inside" })]);
    expect(text(await open(behind).read("a"))).toBe("inside");
  });
});

describe("openArchive() refuses without unpacking", () => {
  const skips = (message: string) => expect.objectContaining({ code: "skip-item", message });
  const fails = (message: string) =>
    expect.objectContaining({
      code: "read-item",
      message: `Cannot read archive "a.zip": ${message}; open it in the program that made it and save it again`,
    });

  it("more than 200 MB in all", () => {
    expect(() => open(zipOfZeros("a", 201))).toThrow(
      skips('"a.zip" unpacks to 201 MB; Atlas reads up to 200 MB; split it into smaller files'),
    );
  });

  it("a large entry that is packed more than 100 to 1", () => {
    const remedy = "open it and save it again";
    expect(() => open(zipOfZeros("word/document.xml", 11))).toThrow(
      skips(
        `"a.zip" is not read: "word/document.xml" in it unpacks to more than 100 times its size; ${remedy}`,
      ),
    );
    expect(() => open(zipOfZeros("a", 10))).not.toThrow();
  });

  it("too many entries", () => {
    const zip = makeZip({ a: "", b: "", c: "" });
    expect(() => open(zip, { limits: { entries: 2 } })).toThrow(
      skips('"a.zip" holds 3 files; Atlas reads up to 2; unpack it and add the folder'),
    );
    const [end = 0] = recordsOf(zip, END);
    const understated = patch(zip, [{ at: end + 10, value: 1, length: 2 }]);
    expect(() => open(understated, { limits: { entries: 2 } })).toThrow(/holds 3 files/);
  });

  it.each([
    ["../../a.sh", "../../a.sh"],
    ["a/..\\b", "a/..\\b"],
    ["C:/a", "C:/a"],
    ["a\0b", "a\ufffdb"],
  ])("the path %j", (name, shown) => {
    expect(() => open(makeZip({ [name]: "1" }))).toThrow(fails(`the path "${shown}" leads out of it`));
  });

  it("two entries with one name", () => {
    const zip = makeZip({ "a.xml": "1", "./a.xml": "2" });
    expect(() => open(zip)).toThrow(fails('it holds "a.xml" twice'));
  });

  it("entries that are stored in the same place", () => {
    const zip = makeZip({ a: "1".repeat(500), b: "2".repeat(500) });
    const [first = 0, second = 0] = recordsOf(zip, ENTRY);
    const offset = new DataView(zip.buffer).getUint32(first + 42, true);
    const overlapping = patch(zip, [{ at: second + 42, value: offset, length: 4 }]);
    expect(() => open(overlapping)).toThrow(fails("several of its files are stored in the same place"));
  });

  it("an entry that is not where the directory says, or reaches into the directory", () => {
    const zip = makeZip({ a: "1".repeat(50) });
    const [entry = 0] = recordsOf(zip, ENTRY);
    const moved = patch(zip, [{ at: entry + 42, value: 3, length: 4 }]);
    expect(() => open(moved)).toThrow(fails('"a" is missing in it'));
    const longer = patch(zip, [{ at: entry + 20, value: 5_000, length: 4 }]);
    expect(() => open(longer)).toThrow(fails('"a" reaches out of it'));
  });

  it("a truncated file, at every length", async () => {
    const zip = makeZip({ a: "1".repeat(20), b: "2" });
    for (let length = 0; length < zip.length; length++) {
      expect(() => open(zip.slice(0, length))).toThrow(fails("the file is damaged or incomplete"));
    }
  });
});

describe("openArchive() stops unpacking", () => {
  const zip = makeZip({ a: "0".repeat(5_000_000), b: "b" });
  const [entry = 0, other = 0] = recordsOf(zip, ENTRY);
  const fails = (message: RegExp) => ({ code: "read-item", message: expect.stringMatching(message) });

  it("where an entry is larger than its directory says, before it is unpacked", async () => {
    const lying = patch(zip, [{ at: entry + 24, value: 10, length: 4 }]);
    await expect(open(lying).read("a")).rejects.toMatchObject(
      fails(/"a" cannot be unpacked: it unpacks to more than its directory says; open it/),
    );
  });

  it("where an entry is smaller than its directory says, without memory for what it says", async () => {
    const lying = patch(zip, [{ at: entry + 24, value: 9_000_000, length: 4 }]);
    await expect(open(lying).read("a")).rejects.toMatchObject(fails(/its size is wrong/));
    const slightly = patch(zip, [{ at: entry + 24, value: 5_000_001, length: 4 }]);
    await expect(open(slightly).read("a")).rejects.toMatchObject(fails(/the file is damaged/));
  });

  it("where the content is not what was packed", async () => {
    const wrong = patch(zip, [{ at: entry + 16, value: 1, length: 4 }]);
    await expect(open(wrong).read("a")).rejects.toMatchObject(fails(/the file is damaged/));
    expect(text(await open(wrong).read("b"))).toBe("b");
  });

  it("when more was read than the limit, however often the same entry is", async () => {
    const archive = open(zip, { limits: { bytes: 8_000_000 } });
    await archive.read("a");
    await expect(archive.read("a")).rejects.toMatchObject({ code: "skip-item" });
  });

  it("at an encrypted entry and at an unknown compression, which are named", async () => {
    const encrypted = open(patch(zip, [{ at: other + 8, value: 1, length: 2 }]));
    expect(encrypted.entries.map(({ isEncrypted }) => isEncrypted)).toEqual([false, true]);
    await expect(encrypted.read("b")).rejects.toMatchObject({
      message:
        'Cannot read archive "a.zip": "b" in it is protected by a password; save a copy without the password and add that',
    });
    const unknown = open(patch(zip, [{ at: other + 10, value: 9, length: 2 }]));
    await expect(unknown.read("b")).rejects.toMatchObject(fails(/"b" is compressed in an unknown way/));
  });

  it("when it is aborted, with the signal's reason, while other work runs", async () => {
    const controller = new AbortController();
    const reading = open(zip, { signal: controller.signal }).read("a");
    setTimeout(() => controller.abort(new Error("stopped")), 0);
    await expect(reading).rejects.toThrow("stopped");
  });

  it("with a named error for any damage", async () => {
    const damage = fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const damaged = zip.slice();
        for (const [at, value] of changes) damaged[at] = value;
        try {
          const archive = open(damaged);
          for (const { name } of archive.entries) await archive.read(name);
        } catch (error) {
          expect(error).toMatchObject({ code: expect.stringMatching(/^(skip|read)-item$/) });
        }
      }),
      { numRuns: 150 },
    );
  });
});
