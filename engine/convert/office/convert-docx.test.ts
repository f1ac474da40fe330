import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { convert } from "../convert-document";
import { makeDocx, paragraph, zipOfZeros } from "../testing/make-docx";
import { sourceFile } from "../testing/source-file";

const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
const table = `<w:tbl><w:tr>${cell("Step")}${cell("Owner")}</w:tr><w:tr>${cell("Freeze")}${cell("Bob")}</w:tr></w:tbl>`;
const body = paragraph("Release plan", "Heading1") + paragraph("We ship on &lt;Tuesday&gt;.") + table;
const docx = makeDocx(body, { title: "Plan &amp; dates", author: "Ann" });

describe("convert() of a Word document", () => {
  it("keeps headings and tables, and reads title and author from the properties", async () => {
    expect(await convert(sourceFile("plan.docx", docx))).toEqual({
      text: "# Release plan\n\nWe ship on \\<Tuesday>.\n\n| Step | Owner |\n| --- | --- |\n| Freeze | Bob |",
      format: "markdown",
      title: "Plan & dates",
      author: "Ann",
    });
  });

  it("rejects a truncated file and another kind of archive as damaged", async () => {
    const other = zipSync({ "notes.txt": strToU8("no Word document") });
    for (const bytes of [docx.slice(0, docx.length / 2), other]) {
      await expect(convert(sourceFile("plan.docx", bytes))).rejects.toMatchObject({
        code: "read-item",
        message: 'Cannot read Word document "plan.docx": the file is damaged',
      });
    }
  });

  it("rejects an encrypted document as protected", async () => {
    const ole = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600));
    await expect(convert(sourceFile("locked.docx", ole))).rejects.toMatchObject({
      code: "read-item",
      message: expect.stringContaining("protected by a password"),
    });
  });

  it("skips a zip bomb without unpacking it", async () => {
    const bomb = zipOfZeros("word/document.xml", 300);
    await expect(convert(sourceFile("bomb.docx", bomb))).rejects.toMatchObject({
      code: "skip-item",
      message: '"bomb.docx" unpacks to more text than Atlas reads',
    });
  });
});
