import { describe, expect, it } from "vitest";
import { makeDocx, paragraph } from "../testing/make-docx";
import { makeOdf } from "../testing/make-odf";
import { makePptx } from "../testing/make-pptx";
import { makeXlsx } from "../testing/make-xlsx";
import { makeZip } from "../testing/make-zip";
import { detectKind } from "./detect-kind";

const detect = (content: Uint8Array | string, fileName?: string, mediaType?: string) => {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  return detectKind({ kind: "bytes", bytes, ...(mediaType !== undefined && { mediaType }) }, fileName);
};

/** An OLE container whose directory has one stream of this name. */
function ole(stream: string): Uint8Array {
  const bytes = new Uint8Array(2_048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  bytes[30] = 9;
  bytes[48] = 1;
  bytes.set(Buffer.from(stream, "utf16le"), 1_024);
  bytes[1_024 + 64] = stream.length * 2 + 2;
  return bytes;
}

describe("detectKind()", () => {
  const packages = {
    docx: makeDocx(paragraph("x"), { title: "", author: "" }),
    xlsx: makeXlsx({ sheets: [] }),
    pptx: makePptx([]),
    odf: makeOdf("spreadsheet", ""),
    epub: makeZip({ mimetype: "application/epub+zip", "META-INF/container.xml": "" }),
  };

  it.each(Object.entries(packages))("tells what a package is (%s) under any name or none", (kind, bytes) => {
    for (const name of ["a.zip", "a.docx", "a.xls", "a.bin", "a", undefined])
      expect(detect(bytes, name)).toEqual({ kind });
  });

  it("tells an OpenDocument file and an e-book without a first entry for their type", () => {
    expect(detect(makeZip({ "content.xml": "", "META-INF/manifest.xml": "" }), "a")).toEqual({ kind: "odf" });
    expect(detect(makeZip({ "META-INF/container.xml": "", mimetype: "" }), "a")).toEqual({ kind: "epub" });
  });

  it("takes a damaged package for what its name says", () => {
    expect(detect(packages.xlsx.slice(0, 300), "a.xlsx")).toEqual({ kind: "xlsx" });
  });

  it("names binary workbooks and the old formats, also under a new name", () => {
    const binary = makeZip({ "[Content_Types].xml": "", "xl/workbook.bin": "" });
    expect(detect(binary, "a.xlsx")).toEqual({ unreadable: "a binary workbook; save it as XLSX" });
    expect(detect(ole("WordDocument"), "a.docx")).toMatchObject({
      unreadable: expect.stringContaining("(DOC)"),
    });
    expect(detect(ole("Workbook"), "a")).toMatchObject({
      unreadable: expect.stringContaining("save it as XLSX"),
    });
    expect(detect(ole("PowerPoint Document"), "a.ppt")).toMatchObject({
      unreadable: expect.stringContaining("(PPT)"),
    });
    expect(detect(ole("EncryptedPackage"), "a.xlsx")).toEqual({ kind: "xlsx" });
  });

  it("reads what only has the name of an old format", () => {
    expect(detect("<html><table></table></html>", "report.xls")).toEqual({ kind: "html" });
    expect(detect("a\tb\n1\t2\n", "report.xls")).toEqual({ kind: "table" });
    expect(detect("MIME-Version: 1.0\nContent-Type: text/html\n\n", "page.doc")).toEqual({ kind: "mail" });
    expect(detect("{\\rtf1 x}", "letter.doc")).toEqual({ kind: "rtf" });
    expect(detect("Dear Ann,", "letter.doc")).toEqual({ kind: "plain" });
    const xml = '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">';
    expect(detect(xml, "report.xls")).toMatchObject({
      unreadable: expect.stringContaining("save it as XLSX"),
    });
  });

  it("takes media types where there is no name", () => {
    const types = {
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
      "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
      "application/vnd.oasis.opendocument.text": "odf",
      "application/epub+zip": "epub",
      "application/rtf": "rtf",
    };
    for (const [type, kind] of Object.entries(types)) expect(detect("x", undefined, type)).toEqual({ kind });
  });
});
