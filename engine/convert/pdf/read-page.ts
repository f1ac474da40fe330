import type { getDocumentProxy } from "unpdf";
import { addLinks } from "./page/add-links";
import { joinRows, type PdfRow } from "./page/join-rows";
import { type LabelledField, labelFields } from "./page/label-fields";
import type { PdfRun } from "./page/pdf-run";
import {
  type PdfAnnotations,
  type PdfRect,
  type RawAnnotation,
  readAnnotations,
} from "./page/read-annotations";
import { type PdfTextItem, type TextDirection, turnBack, uprightRuns } from "./page/upright-runs";

export type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf["getPage"]>>;

/** What a page shows. */
export interface PdfPage {
  /** The rows of the text in the page's main direction, without labels of fields. */
  readonly rows: readonly PdfRow[];
  /** Fields of a form that are filled in. */
  readonly fields: readonly LabelledField[];
  /** Text that is turned otherwise: labels in a margin, a stamp. */
  readonly turned: readonly (readonly PdfRow[])[];
  readonly comments: readonly string[];
  readonly files: PdfAnnotations["files"];
  /** Glyphs whose character the file does not tell. */
  readonly lostCharacters: number;
}

export const EMPTY_PAGE: PdfPage = {
  rows: [],
  fields: [],
  turned: [],
  comments: [],
  files: [],
  lostCharacters: 0,
};

export async function readPage(pdf: Pdf, number: number): Promise<PdfPage> {
  const page = await pdf.getPage(number);
  const { items, styles } = await page.getTextContent();
  const verticalFonts = new Set(Object.keys(styles).filter((font) => styles[font]?.vertical));
  const texts = items.filter((item): item is typeof item & PdfTextItem => "str" in item);
  const annotations = await readPageAnnotations(page);
  const { transform } = page.getViewport({ scale: 1 });
  const [main, ...others] = uprightRuns(texts, { viewport: transform, verticalFonts });
  page.cleanup();
  const { widgets, links, typed, comments, files } = annotations;
  const { angle, runs } = main ?? { angle: 0, runs: [] };
  const place = (rect: PdfRect) => placeRect(rect, { transform, angle });
  const typedRuns = typed.flatMap(({ rect, ...text }) => typedLines(place(rect), text));
  const linked = addLinks(
    runs,
    links.map(({ rect, ...link }) => ({ ...link, ...place(rect) })),
  );
  const lostCharacters = texts.reduce((sum, { str }) => sum + countLost(str), 0);
  const rows = joinRows([...linked.runs, ...typedRuns]);
  const labelled = labelFields(
    rows,
    widgets.map(({ rect, ...widget }) => ({ ...widget, ...place(rect) })),
  );
  return {
    ...labelled,
    turned: turnedRows(others),
    comments: [...linked.others, ...comments],
    files,
    lostCharacters,
  };
}

function countLost(text: string): number {
  return text.match(/[\0\ufffd]/g)?.length ?? 0;
}

/** A page whose annotations are broken still has its text. */
async function readPageAnnotations(page: Page): Promise<PdfAnnotations> {
  try {
    return readAnnotations((await page.getAnnotations()) as readonly RawAnnotation[]);
  } catch {
    return readAnnotations([]);
  }
}

function turnedRows(directions: readonly TextDirection[]): PdfRow[][] {
  return directions.map(({ runs }) => joinRows(runs));
}

interface Box {
  readonly x: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function placeRect(
  [left, bottom, right, top]: PdfRect,
  { transform, angle }: { readonly transform: readonly number[]; readonly angle: number },
): Box {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = transform;
  const corner = (x: number, y: number) => turnBack(a * x + c * y + e, b * x + d * y + f, angle);
  const [one, other] = [corner(left, bottom), corner(right, top)];
  return {
    x: Math.min(one.x, other.x),
    right: Math.max(one.x, other.x),
    top: Math.min(one.y, other.y),
    bottom: Math.max(one.y, other.y),
  };
}

/** Text typed over a page has no places of its own within its box. */
function typedLines(
  { x, right, top, bottom }: Box,
  { lines, size }: { readonly lines: readonly string[]; readonly size: number },
): PdfRun[] {
  const pitch = (bottom - top) / lines.length;
  return lines.map((text, at) => ({
    text,
    x,
    right: Math.min(right, x + text.length * size * 0.5),
    y: top + pitch * at + (pitch + size * 0.7) / 2,
    size,
    font: "typed",
  }));
}
