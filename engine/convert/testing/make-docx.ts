import { constants, deflateRawSync } from "node:zlib";
import { strToU8, Zip, type ZipInputFile, zipSync } from "fflate";

const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** A Word document whose body is the given WordprocessingML. */
export function makeDocx(body: string, about: { title: string; author: string }): Uint8Array {
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<?xml version="1.0"?><w:document ${WORD}><w:body>${body}</w:body></w:document>`,
    "docProps/core.xml": `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${about.title}</dc:title><dc:creator>${about.author}</dc:creator></cp:coreProperties>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
}

const MEGABYTE = 1024 * 1024;

/** An archive whose one file unpacks to so many megabytes of zeros; they are packed once and repeated. */
export function zipOfZeros(filename: string, megabytes: number): Uint8Array {
  const zeros = new Uint8Array(MEGABYTE);
  const block = deflateRawSync(zeros, { finishFlush: constants.Z_FULL_FLUSH });
  const last = deflateRawSync(zeros);
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  // Its checksum is wrong, which only who unpacks it would find.
  const file: ZipInputFile = {
    filename,
    size: megabytes * MEGABYTE,
    crc: 0,
    compression: 8,
    ondata: () => {},
  };
  zip.add(file);
  for (let at = 1; at < megabytes; at++) file.ondata?.(null, block, false);
  file.ondata?.(null, last, true);
  zip.end();
  return Buffer.concat(parts);
}

/** One paragraph, with a style such as `Heading1` where given. */
export function paragraph(text: string, style?: string): string {
  const properties = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : "";
  return `<w:p>${properties}<w:r><w:t>${text}</w:t></w:r></w:p>`;
}
