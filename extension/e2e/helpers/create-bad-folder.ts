import { randomBytes } from "node:crypto";
import { cp, mkdir, open, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { makeOdf } from "../../../engine/convert/testing/make-odf";
import { makePptx, shape } from "../../../engine/convert/testing/make-pptx";
import { makeXlsx, sheetData } from "../../../engine/convert/testing/make-xlsx";
import { makeZip } from "../../../engine/convert/testing/make-zip";
import { ROOT } from "../../scripts/paths";

/** Valid files among the invalid ones; the test deletes the last one in name order during indexing. */
export const GOOD_FILE_COUNT = 1_500;
export const REMOVED_FILE = "zz-vanishes.md";

/** Fills a folder with files that cause errors on real disks. */
export async function createBadFolder(folder: string): Promise<void> {
  await mkdir(join(folder, "deep"), { recursive: true });
  await writeFile(
    join(folder, "corrupt.pdf"),
    Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(4_000)]),
  );
  await cp(join(ROOT, "engine/convert/pdf/fixtures/password.pdf"), join(folder, "locked.pdf"));
  await createSparseFile(join(folder, "huge.txt"), 300 * 1024 * 1024);
  await writeFile(join(folder, "binary.txt"), randomBytes(20_000));
  await writeFile(join(folder, "empty.md"), "");
  await writeFile(
    join(folder, "utf16.txt"),
    Buffer.from("\ufeffThe heron nests by the weir in April.", "utf16le"),
  );
  await writeFile(
    join(folder, "latin1.txt"),
    Buffer.from("Die Straße nach Köln führt über die Brücke.", "latin1"),
  );
  await createOfficeFiles(folder);
  await symlink("..", join(folder, "deep", "loop"));
  await writeFile(
    join(folder, "deep", "beside-the-loop.md"),
    "# Beside the loop\n\nThe kingfisher waits on the lowest branch.",
  );
  for (let i = 0; i < GOOD_FILE_COUNT; i++) {
    await writeFile(
      join(folder, `good-${String(i).padStart(4, "0")}.md`),
      `# Note ${i}\n\nThe ${i}th note speaks of otters.`,
    );
  }
  await writeFile(join(folder, REMOVED_FILE), "# Vanishes\n\nNobody will read this.");
}

/** A file of each Office format, by its name, with words that its text holds. */
export const OFFICE_FILES: Readonly<Record<string, string>> = {
  "boats.xlsx": "| Bruno | 2024-03-01 | 1,234.50 € |",
  "dock.pptx": "## Slide 1: The heron dock",
  "letter.odt": "The heron is led by Rune.",
  "history.epub": "The heron was built in 1931.",
  "note.rtf": "The heron gate is grün.",
};

async function createOfficeFiles(folder: string): Promise<void> {
  const rows = sheetData([
    ["Boat", "Day", "Price"],
    ["Bruno", [45352, 0], [1234.5, 1]],
  ]);
  const formats = ["d/m/yyyy", "#,##0.00\\ [$€-1]"];
  const title = shape(["The heron dock"], { type: "title" });
  const opf = `<package xmlns="http://www.idpf.org/2007/opf"><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>`;
  const files: Readonly<Record<string, string | Uint8Array>> = {
    "boats.xlsx": makeXlsx({ sheets: [{ name: "Boats", xml: rows }], formats }),
    "dock.pptx": makePptx([{ shapes: title + shape(["900 EUR a day"]) }]),
    "letter.odt": makeOdf("text", "<text:p>The heron is led by Rune.</text:p>"),
    "history.epub": makeZip({
      mimetype: "application/epub+zip",
      "META-INF/container.xml": `<container><rootfiles><rootfile full-path="book.opf"/></rootfiles></container>`,
      "book.opf": opf,
      "a.xhtml": "<html><body><p>The heron was built in 1931.</p></body></html>",
    }),
    "note.rtf": String.raw`{\rtf1\ansi The heron gate is gr\'fcn.\par}`,
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
}

/** A sparse file of `bytes` bytes, which uses no disk space. */
async function createSparseFile(path: string, bytes: number): Promise<void> {
  const file = await open(path, "w");
  await file.truncate(bytes);
  await file.close();
}
