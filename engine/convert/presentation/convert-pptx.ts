import type { ConvertedText } from "../../model/document";
import type { ConvertBytesOptions } from "../convert";
import { createLeftOut } from "../office/left-out";
import { createMarkdownWriter } from "../office/markdown/markdown-writer";
import { openPackage } from "../office/package/open-package";
import { childOf, elementsIn } from "../xml/xml-element";
import { createLayouts } from "./pptx/placeholders";
import { readSlide } from "./pptx/read-slide";
import { readCommentAuthors } from "./pptx/read-slide-comments";
import type { Slide } from "./slide";
import { hiddenSlides, writeSlide } from "./write-slide";

/** Converts a PowerPoint presentation to Markdown: each slide under its number and title, in the order of the show. */
export async function convertPptx(bytes: Uint8Array, options: ConvertBytesOptions): Promise<ConvertedText> {
  const file = await openPackage(bytes, { ...options, kind: "presentation" });
  const writer = createMarkdownWriter();
  const leftOut = createLeftOut();
  const authors = await readCommentAuthors(file);
  const layoutOf = createLayouts(file);
  const footers = new Set<string>();
  const slides: Slide[] = [];
  const relationships = await file.relationships(file.mainPart);
  const order = elementsIn(childOf(await file.part(file.mainPart), "p:sldIdLst"));
  for (const { attributes } of order) {
    const path = relationships.find(({ id }) => id === attributes["r:id"])?.target;
    if (path === undefined) continue;
    const slide = await readSlide(path, { file, layout: await layoutOf(path), authors, leftOut, footers });
    slides.push(slide);
    writeSlide(slide, slides.length, writer);
  }
  for (const footer of footers) writer.paragraph(`Page footer: ${footer}`);
  const hidden = hiddenSlides(slides);
  if (hidden !== undefined) leftOut.say(hidden);
  return { text: writer.toString(), format: "markdown", ...(await file.properties()), ...leftOut.toNote() };
}
