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

/** A PDF whose Japanese text has codes of a predefined character map, and no Unicode table. */
export function makeMappedPdf(words: string, codes: string): Uint8Array {
  const content = [`BT /F1 12 Tf 50 700 Td (${words}) Tj ET`, `BT /F2 12 Tf 50 650 Td <${codes}> Tj ET`].join(
    "\n",
  );
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R /F2 6 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    "<< /Type /Font /Subtype /Type0 /BaseFont /Ryumin-Light /Encoding /90ms-RKSJ-H /DescendantFonts [7 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Ryumin-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> /FontDescriptor 8 0 R >>",
    "<< /Type /FontDescriptor /FontName /Ryumin-Light /Flags 6 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
  ];
  let file = "%PDF-1.4\n";
  const starts = objects.map((object, at) => {
    const start = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return start;
  });
  const table = starts.map((start) => `${String(start).padStart(10, "0")} 00000 n \n`).join("");
  const count = objects.length + 1;
  file += `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF`;
  return new TextEncoder().encode(file);
}
