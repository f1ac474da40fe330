import { PDFDocument, type PDFFont, PDFName, type PDFPage, StandardFonts } from "pdf-lib";
import { getDocumentProxy } from "unpdf";
import { createRandom, type Random } from "../../data/random";
import type { ConvertCase } from "../convert-case";

const SEED = 5;
const LINES = 50;
const WORDS =
  "the a pump valve of crew is opened closed before every shift and room door log two night".split(" ");
/** A picture of noise, which nothing compresses. */
const PICTURE_SIDE = 185;

/** Text in two columns with a table below it on each page. */
export const pdfOfPages: ConvertCase = {
  fileName: "pages.pdf",
  make: () => makePdf(500, { hasPictures: false }),
  readWithLibrary: readAllPages,
};

export const pdfOfPictures: ConvertCase = {
  fileName: "pictures.pdf",
  make: () => makePdf(500, { hasPictures: true }),
  readWithLibrary: readAllPages,
};

async function readAllPages(bytes: Uint8Array): Promise<void> {
  const pdf = await getDocumentProxy(bytes.slice(), { verbosity: 0 });
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    await page.getTextContent();
    page.cleanup();
  }
  await pdf.destroy();
}

async function makePdf(
  pages: number,
  { hasPictures }: { readonly hasPictures: boolean },
): Promise<Uint8Array> {
  const random = createRandom(SEED);
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= pages; number++) {
    const page = pdf.addPage([595, 842]);
    page.drawText(`Handbook of the plant - page ${number}`, { x: 50, y: 815, size: 8, font });
    for (const x of [50, 310]) drawColumn(page, { x, font, random });
    drawTable(page, { font, random });
    if (hasPictures) drawNoise(pdf, page, random);
  }
  return pdf.save();
}

interface DrawOptions {
  readonly font: PDFFont;
  readonly random: Random;
}

function drawColumn(page: PDFPage, { x, font, random }: DrawOptions & { readonly x: number }): void {
  for (let line = 0; line < LINES; line++) {
    let text = "";
    while (text.length < 42) text += `${WORDS[random.below(WORDS.length)]} `;
    page.drawText(text, { x, y: 780 - line * 12, size: 10, font });
  }
}

function drawTable(page: PDFPage, { font, random }: DrawOptions): void {
  for (let row = 0; row < 6; row++) {
    const cells = [`Pump ${row}`, `${random.below(900)} kW`, `${random.below(90)} EUR`];
    for (const [column, text] of cells.entries())
      page.drawText(text, { x: 50 + column * 120, y: 150 - row * 15, size: 10, font });
  }
}

function drawNoise(pdf: PDFDocument, page: PDFPage, random: Random): void {
  const pixels = new Uint8Array(PICTURE_SIDE * PICTURE_SIDE * 3).map(() => random.below(256));
  const size = { Width: PICTURE_SIDE, Height: PICTURE_SIDE, BitsPerComponent: 8 };
  const picture = pdf.context.stream(pixels, {
    ...{ Type: "XObject", Subtype: "Image", ColorSpace: "DeviceRGB" },
    ...size,
  });
  page.node.setXObject(PDFName.of("Noise"), pdf.context.register(picture));
}
