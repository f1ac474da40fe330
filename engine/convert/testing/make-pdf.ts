import { PDFDocument, StandardFonts } from "pdf-lib";

/** A PDF with one page for each text, lines 14 points apart; an empty text makes a page without any. */
export async function makePdf(pages: readonly string[], about: { title?: string; author?: string } = {}) {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  if (about.title) pdf.setTitle(about.title);
  if (about.author) pdf.setAuthor(about.author);
  for (const text of pages) {
    const page = pdf.addPage([400, 400]);
    if (text) page.drawText(text, { x: 20, y: 350, size: 12, font, lineHeight: 14 });
  }
  return pdf.save();
}
