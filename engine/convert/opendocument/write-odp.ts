import { createMarkdownWriter, oneLine } from "../office/markdown/markdown-writer";
import type { Slide, SlideItem } from "../presentation/slide";
import { hiddenSlides, writeSlide } from "../presentation/write-slide";
import { childOf, elementsIn, type XmlElement } from "../xml/xml-element";
import { commentText } from "./inline-text";
import type { OdfDocument } from "./open-document";
import { BlockWriter, type BlockWriterDeps } from "./write-blocks";

/** Fields that each slide repeats. */
const RUNNING = new Set(["footer", "header", "date-time", "page-number"]);

/** Writes all slides of an OpenDocument presentation, or all pages of a drawing. */
export async function writeSlides(file: OdfDocument, deps: BlockWriterDeps): Promise<void> {
  const slides: Slide[] = [];
  for await (const page of file.elements({ isWanted: (name) => name === "draw:page" })) {
    const slide = await readSlide(page, deps);
    slides.push(slide);
    writeSlide(slide, slides.length, deps.writer);
  }
  const hidden = hiddenSlides(slides);
  if (hidden !== undefined) deps.leftOut.say(hidden);
}

async function readSlide(page: XmlElement, deps: BlockWriterDeps): Promise<Slide> {
  const shapes = elementsIn(page).filter(({ name }) => name.startsWith("draw:") || name.startsWith("dr3d:"));
  const classOf = (shape: XmlElement) => shape.attributes["presentation:class"] ?? "";
  const title = shapes.find((shape) => classOf(shape) === "title");
  const items: SlideItem[] = [];
  for (const shape of shapes) {
    if (shape === title || RUNNING.has(classOf(shape))) continue;
    items.push({ ...placeOf(shape), text: await markdownOf(shape, deps) });
  }
  const notes = childOf(page, "presentation:notes");
  const comments = elementsIn(page).filter(({ name }) => name === "office:annotation");
  const context = { ...deps, after: () => {}, frame: () => {} };
  return {
    title: title ? oneLine((await markdownOf(title, deps)).replace(/^[-#\d.)]+ /, "")) : "",
    isHidden: deps.styles.isHidden(page.attributes["draw:style-name"]),
    items: items.filter(({ text }) => text !== ""),
    notes: notes ? await notesOf(notes, deps) : "",
    comments: comments.map((comment) => commentText(comment, context)),
  };
}

async function markdownOf(shape: XmlElement, deps: BlockWriterDeps): Promise<string> {
  const writer = createMarkdownWriter();
  await new BlockWriter({ ...deps, writer }).write(shape);
  return writer.toString();
}

async function notesOf(notes: XmlElement, deps: BlockWriterDeps): Promise<string> {
  const frames = elementsIn(notes).filter((frame) => frame.attributes["presentation:class"] === "notes");
  const texts = await Promise.all(frames.map((frame) => markdownOf(frame, deps)));
  return texts.join("\n\n");
}

function placeOf({ attributes }: XmlElement): Omit<SlideItem, "text"> {
  const [x, y, width, height] = ["svg:x", "svg:y", "svg:width", "svg:height"].map((name) =>
    lengthOf(attributes[name]),
  );
  return { x: x ?? 0, y: y ?? 0, width: width ?? 0, height: height ?? 0 };
}

const MILLIMETRES: Readonly<Record<string, number>> = {
  mm: 1,
  cm: 10,
  in: 25.4,
  pt: 25.4 / 72,
  px: 25.4 / 96,
};

function lengthOf(length: string | undefined): number {
  const [, value = "0", unit = "mm"] = /^(-?[\d.]+)([a-z]*)$/.exec(length ?? "") ?? [];
  return Number(value) * (MILLIMETRES[unit] ?? 1);
}
