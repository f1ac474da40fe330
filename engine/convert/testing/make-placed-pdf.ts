import { degrees, PDFDocument, PDFName, PDFString, StandardFonts } from "pdf-lib";

/** Text at a place of a page, in points from its lower left corner. */
export interface PlacedText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly bold?: boolean;
  /** Counter-clockwise, in degrees. */
  readonly turn?: number;
}

export interface PlacedPage {
  readonly texts: readonly PlacedText[];
  /** How the page is turned when it is shown, clockwise. */
  readonly rotate?: number;
  readonly annotations?: readonly PlacedAnnotation[];
}

export interface PlacedAnnotation {
  readonly subtype: "Link" | "Text" | "Highlight" | "FreeText";
  /** Left, bottom, right, top. */
  readonly rect: readonly [number, number, number, number];
  readonly words?: string;
  readonly author?: string;
  readonly url?: string;
}

export const PAGE_WIDTH = 595;
export const PAGE_HEIGHT = 842;

/** A PDF with the texts at their places, in the order given. */
export async function makePlacedPdf(pages: readonly PlacedPage[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  await drawPages(pdf, pages);
  return pdf.save();
}

export async function drawPages(pdf: PDFDocument, pages: readonly PlacedPage[]): Promise<void> {
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const boldFont = await pdf.embedFont(StandardFonts.HelveticaBold);
  for (const { texts, rotate = 0, annotations = [] } of pages) {
    const page = pdf.addPage([PAGE_WIDTH, PAGE_HEIGHT]);
    page.setRotation(degrees(rotate));
    for (const { text, x, y, size = 10, bold = false, turn = 0 } of texts)
      page.drawText(text, { x, y, size, font: bold ? boldFont : font, rotate: degrees(turn) });
    for (const annotation of annotations)
      page.node.addAnnot(pdf.context.register(toAnnotation(pdf, annotation)));
  }
}

function toAnnotation(pdf: PDFDocument, { subtype, rect, words, author, url }: PlacedAnnotation) {
  const [left, bottom, right, top] = rect;
  return pdf.context.obj({
    Type: "Annot",
    Subtype: PDFName.of(subtype),
    Rect: [...rect],
    ...(words && { Contents: PDFString.of(words) }),
    ...(author && { T: PDFString.of(author) }),
    ...(url && { A: { Type: "Action", S: "URI", URI: PDFString.of(url) } }),
    ...(subtype === "Highlight" && { QuadPoints: [left, top, right, top, left, bottom, right, bottom] }),
  });
}

/** The lines of a paragraph that are at most so many characters long. */
export function wrapWords(text: string, characters: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < characters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** Lines below each other. */
export function placeLines(
  lines: readonly string[],
  { x, y, pitch = 12, ...style }: { x: number; y: number; pitch?: number; size?: number; bold?: boolean },
): PlacedText[] {
  return lines.map((text, at) => ({ text, x, y: y - at * pitch, ...style }));
}

/** Rows of cells at the places of their columns. */
export function placeTable(
  rows: readonly (readonly string[])[],
  { columns, y, pitch = 16 }: { columns: readonly number[]; y: number; pitch?: number },
): PlacedText[] {
  return rows.flatMap((row, at) =>
    row.flatMap((text, column) =>
      text === "" ? [] : [{ text, x: columns[column] ?? 0, y: y - at * pitch }],
    ),
  );
}
