import { describe, expect, it } from "vitest";
import { convert } from "../convert-document";
import { makeZip } from "../testing/make-zip";
import { sourceFile } from "../testing/source-file";

const page = (title: string, text: string) =>
  `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>${title}</title><script src="a.js"/></head><body><h2>${title}</h2><p>${text}</p></body></html>`;
const container = `<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>`;
const opf = `<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>The dock</dc:title><dc:creator>Ada Berg</dc:creator><dc:creator>Rune Aas</dc:creator></metadata><manifest><item id="b" href="text/b%20two.xhtml" media-type="application/xhtml+xml"/><item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/><item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/><item id="p" href="p.png" media-type="image/png"/><item id="gone" href="gone.xhtml"/></manifest><spine><itemref idref="nav"/><itemref idref="a"/><itemref idref="b"/><itemref idref="gone"/></spine></package>`;
const book = {
  mimetype: "application/epub+zip",
  "META-INF/container.xml": container,
  "OEBPS/book.opf": opf,
  "OEBPS/nav.xhtml": page("Contents", "Beginnings, Later"),
  "OEBPS/text/b two.xhtml": page("Later", "In 1974 the gate was replaced."),
  "OEBPS/text/a.xhtml": page("Beginnings", "The dock was built in 1931.").replace(
    "<h2>",
    '<a id="top"/><h2>',
  ),
};

describe("convert() of an e-book", () => {
  it("reads the chapters in the order of the spine, with title and authors", async () => {
    expect(await convert(sourceFile("dock.epub", makeZip(book)))).toEqual({
      format: "markdown",
      title: "The dock",
      author: "Ada Berg, Rune Aas",
      text: "## Beginnings\n\nThe dock was built in 1931.\n\n## Later\n\nIn 1974 the gate was replaced.",
      note: "Left out: 1 missing chapter, 1 picture",
    });
  });

  it("names a book that is protected against copying", async () => {
    const encryption = `<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#">${["a", "b two"].map((name) => `<enc:EncryptedData><enc:CipherData><enc:CipherReference URI="OEBPS/text/${name}.xhtml"/></enc:CipherData></enc:EncryptedData>`).join("")}<enc:EncryptedData><enc:CipherData><enc:CipherReference URI="OEBPS/gone.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>`;
    const locked = makeZip({ ...book, "META-INF/encryption.xml": encryption });
    await expect(convert(sourceFile("dock.epub", locked))).rejects.toMatchObject({
      code: "read-item",
      message: expect.stringContaining("it is protected against copying"),
    });
  });
});
