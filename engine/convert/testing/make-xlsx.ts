import { makeZip } from "./make-zip";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

export interface TestSheet {
  readonly name: string;
  /** What is in `<worksheet>`, with `<sheetData>`. */
  readonly xml: string;
  readonly state?: "hidden" | "veryHidden";
  /** Relationships of the sheet: kind and target by id. */
  readonly relationships?: Readonly<Record<string, readonly [type: string, target: string]>>;
}

export interface TestWorkbook {
  readonly sheets: readonly TestSheet[];
  readonly sharedStrings?: readonly string[];
  /** Number formats of the cell styles, from 0. */
  readonly formats?: readonly string[];
  readonly is1904?: boolean;
  /** Other parts by path. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** An Excel workbook of the given SpreadsheetML. */
export function makeXlsx({
  sheets,
  sharedStrings = [],
  formats = [],
  is1904,
  parts,
}: TestWorkbook): Uint8Array {
  const files: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": relationships({ r1: ["officeDocument", "xl/workbook.xml"] }),
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${is1904 ? ' date1904="1"' : ""}/><sheets>${sheets
      .map(({ name, state }, at) => {
        const hidden = state ? ` state="${state}"` : "";
        return `<sheet name="${name}" sheetId="${at + 1}"${hidden} r:id="s${at + 1}"/>`;
      })
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": relationships({
      ...Object.fromEntries(
        sheets.map((_, at) => [`s${at + 1}`, ["worksheet", `worksheets/sheet${at + 1}.xml`]] as const),
      ),
      strings: ["sharedStrings", "sharedStrings.xml"],
      styles: ["styles", "/xl/styles.xml"],
    }),
    "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${sharedStrings.map((xml) => `<si>${xml}</si>`).join("")}</sst>`,
    "xl/styles.xml": styles(formats),
    ...parts,
  };
  for (const [at, sheet] of sheets.entries()) {
    files[`xl/worksheets/sheet${at + 1}.xml`] =
      `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}">${sheet.xml}</worksheet>`;
    if (sheet.relationships)
      files[`xl/worksheets/_rels/sheet${at + 1}.xml.rels`] = relationships(sheet.relationships);
  }
  return makeZip(files);
}

function styles(formats: readonly string[]): string {
  const custom = formats.map(
    (code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escapeXml(code)}"/>`,
  );
  const cells = formats.map((_, at) => `<xf numFmtId="${164 + at}"/>`);
  return `<styleSheet xmlns="${MAIN}"><numFmts>${custom.join("")}</numFmts><cellXfs>${cells.join("")}</cellXfs></styleSheet>`;
}

export function relationships(
  entries: Readonly<Record<string, readonly [type: string, target: string]>>,
): string {
  const elements = Object.entries(entries).map(([id, [type, target]]) => {
    const mode = /^\w+:/.test(target) ? ' TargetMode="External"' : "";
    return `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${escapeXml(target)}"${mode}/>`;
  });
  return `<Relationships xmlns="${PACKAGE}">${elements.join("")}</Relationships>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}

/** The rows of a sheet from values: text inline, numbers plain, with a style as `[value, style]`; undefined is empty. */
export function sheetData(
  rows: readonly (readonly (string | number | undefined | readonly [number, number])[])[],
): string {
  const row = (cells: (typeof rows)[number], at: number) =>
    `<row r="${at + 1}">${cells.map((value, column) => cellXml(value, `${columnName(column)}${at + 1}`)).join("")}</row>`;
  return `<sheetData>${rows.map(row).join("")}</sheetData>`;
}

function cellXml(value: string | number | undefined | readonly [number, number], reference: string): string {
  if (value === undefined) return "";
  if (typeof value === "string")
    return `<c r="${reference}" t="inlineStr"><is><t>${escapeXml(value)}</t></is></c>`;
  const [number, style] = typeof value === "number" ? [value, undefined] : value;
  return `<c r="${reference}"${style === undefined ? "" : ` s="${style}"`}><v>${number}</v></c>`;
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}
