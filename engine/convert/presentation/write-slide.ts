import type { MarkdownWriter } from "../office/markdown/markdown-writer";
import { readingOrder } from "./reading-order";
import type { Slide } from "./slide";

/** Writes a slide under its number and title: what is on it, what the speaker says, what others remark. */
export function writeSlide(slide: Slide, number: number, writer: MarkdownWriter): void {
  const texts = readingOrder(slide.items).map(({ text }) => text);
  const title = slide.title || takeTitle(texts);
  writer.heading(2, title === "" ? `Slide ${number}` : `Slide ${number}: ${title}`);
  for (const text of texts) writer.block(text);
  if (slide.notes !== "") writer.paragraph(`Notes: ${slide.notes}`);
  for (const comment of slide.comments) writer.paragraph(comment);
}

/** A few words above others are the title of a slide that has no field for it. */
function takeTitle(texts: string[]): string {
  const [first = ""] = texts;
  const isTitle =
    texts.length > 1 && /^[^|\n]{1,80}$/.test(first) && !/^(?:[-#]|\d+[.)])|[.!?:;]$/.test(first);
  return isTitle ? (texts.shift() ?? "") : "";
}

/** "Read as well: the hidden slides 3 and 5"; undefined where none is hidden. */
export function hiddenSlides(slides: readonly Slide[]): string | undefined {
  const numbers = slides.flatMap(({ isHidden }, at) => (isHidden ? [at + 1] : []));
  if (numbers.length === 0) return undefined;
  return `Read as well: the hidden ${numbers.length === 1 ? "slide" : "slides"} ${numbers.join(", ")}`;
}
