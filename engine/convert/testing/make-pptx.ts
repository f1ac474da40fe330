import { relationships } from "./make-xlsx";
import { makeZip } from "./make-zip";

const NAMESPACES = [
  'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
  'xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"',
].join(" ");

export interface TestSlide {
  /** What is in `<p:spTree>`. */
  readonly shapes: string;
  readonly isHidden?: boolean;
  readonly relationships?: Readonly<Record<string, readonly [type: string, target: string]>>;
}

/** A PowerPoint presentation of the given slides, in the order of the show; `parts` by path, without namespaces. */
export function makePptx(
  slides: readonly TestSlide[],
  parts: Readonly<Record<string, string>> = {},
): Uint8Array {
  const ids = slides.map((_, at) => `<p:sldId id="${256 + at}" r:id="s${at}"/>`).join("");
  const files: Record<string, string> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    "_rels/.rels": relationships({ r1: ["officeDocument", "ppt/presentation.xml"] }),
    "ppt/presentation.xml": `<p:presentation ${NAMESPACES}><p:sldIdLst>${ids}</p:sldIdLst></p:presentation>`,
    "ppt/_rels/presentation.xml.rels": relationships({
      // The numbers of the files say nothing about the order.
      ...Object.fromEntries(
        slides.map((_, at) => [`s${at}`, ["slide", `slides/slide${slides.length - at}.xml`]] as const),
      ),
      a: ["commentAuthors", "commentAuthors.xml"],
    }),
  };
  for (const [at, slide] of slides.entries()) {
    const name = `slide${slides.length - at}.xml`;
    files[`ppt/slides/${name}`] =
      `<p:sld ${NAMESPACES}${slide.isHidden ? ' show="0"' : ""}><p:cSld><p:spTree>${slide.shapes}</p:spTree></p:cSld></p:sld>`;
    if (slide.relationships) files[`ppt/slides/_rels/${name}.rels`] = relationships(slide.relationships);
  }
  for (const [path, xml] of Object.entries(parts)) files[path] = xml.replace(/^<[\w:]+/, `$& ${NAMESPACES}`);
  return makeZip(files);
}

/** A text box, or a placeholder of the given type. */
export function shape(
  paragraphs: readonly string[],
  { type, x = 0, y = 0, width = 10, height = 10 }: ShapeOptions = {},
): string {
  const place = `<p:spPr><a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm></p:spPr>`;
  const holder = type === undefined ? "" : `<p:ph type="${type}"/>`;
  const body = paragraphs.map((text) => `<a:p><a:r><a:t>${text}</a:t></a:r></a:p>`).join("");
  return `<p:sp><p:nvSpPr><p:cNvPr id="1" name="n"/><p:nvPr>${holder}</p:nvPr></p:nvSpPr>${place}<p:txBody>${body}</p:txBody></p:sp>`;
}

interface ShapeOptions {
  readonly type?: string;
  readonly x?: number;
  readonly y?: number;
  readonly width?: number;
  readonly height?: number;
}
