import { constants, deflateRawSync } from "node:zlib";
import { strToU8, Zip, type ZipInputFile, zipSync } from "fflate";

const WORD = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
].join(" ");
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** Other parts of a Word document by their kind: `styles`, `footnotes`; what is in their root element. */
export interface DocxParts {
  readonly [kind: string]: string;
}

/** A Word document whose body is the given WordprocessingML. */
export function makeDocx(
  body: string,
  about: { title: string; author: string },
  more: DocxParts = {},
): Uint8Array {
  const kinds = Object.keys(more);
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const parts: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<?xml version="1.0"?><w:document ${WORD}><w:body>${body}</w:body></w:document>`,
    "word/_rels/document.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships">${kinds
      .map(
        (kind) =>
          `<Relationship Id="${kind}" Type="${office}/${kind.replace(/\d$/, "")}" Target="${kind}.xml"/>`,
      )
      .join(
        "",
      )}<Relationship Id="link" Type="${office}/hyperlink" Target="https://example.com/a" TargetMode="External"/></Relationships>`,
    "docProps/core.xml": `<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${about.title}</dc:title><dc:creator>${about.author}</dc:creator></cp:coreProperties>`,
  };
  for (const kind of kinds) parts[`word/${kind}.xml`] = `<w:part ${WORD}>${more[kind]}</w:part>`;
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
