import type { getDocumentProxy } from "unpdf";
import { joinRows, type PdfRow } from "./page/join-rows";
import { type PdfTextItem, uprightRuns } from "./page/upright-runs";

export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** What a page shows. */
export interface PdfPage {
  /** The rows of the text in the page's main direction. */
  readonly rows: readonly PdfRow[];
  /** Text that is turned otherwise: labels in a margin, a stamp. */
  readonly turned: readonly (readonly PdfRow[])[];
}

export async function readPage(pdf: Pdf, number: number): Promise<PdfPage> {
  const page = await pdf.getPage(number);
  const { items, styles } = await page.getTextContent();
  const verticalFonts = new Set(Object.keys(styles).filter((font) => styles[font]?.vertical));
  const texts = items.filter((item): item is typeof item & PdfTextItem => "str" in item);
  const { transform } = page.getViewport({ scale: 1 });
  const [main, ...others] = uprightRuns(texts, { viewport: transform, verticalFonts });
  page.cleanup();
  return {
    rows: main ? joinRows(main.runs) : [],
    turned: others.map(({ runs }) => joinRows(runs)),
  };
}
