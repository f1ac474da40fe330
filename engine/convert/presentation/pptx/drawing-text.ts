import { markdownLink } from "../../office/markdown/markdown-link";
import { createMarkdownWriter, oneLine } from "../../office/markdown/markdown-writer";
import { linearMath } from "../../office/math/linear-math";
import type { Relationship } from "../../office/package/open-package";
import { escapeMarkdown } from "../../text/escape-markdown";
import { childOf, elementsIn, textOf, type XmlElement } from "../../xml/xml-element";

export interface DrawingTextOptions {
  readonly relationships: readonly Relationship[];
  /** Paragraphs have bullets unless they say otherwise, as in the body of a slide. */
  readonly hasBullets?: boolean;
}

/** The paragraphs of a shape as Markdown. */
export function drawingText(body: XmlElement | undefined, options: DrawingTextOptions): string {
  const writer = createMarkdownWriter();
  const paragraphs = elementsIn(body)
    .filter(({ name }) => name === "a:p")
    .map((paragraph) => ({ paragraph, words: paragraphWords(paragraph, options) }))
    .filter(({ words }) => words !== "");
  const isList = (options.hasBullets ?? false) && paragraphs.length > 1;
  const numbers: number[] = [];
  for (const { paragraph, words } of paragraphs) {
    const properties = childOf(paragraph, "a:pPr");
    const depth = Math.min(Number(properties?.attributes.lvl ?? 0) || 0, 8);
    const numbered = childOf(properties, "a:buAutoNum");
    numbers.length = depth + 1;
    if (numbered) {
      const start = Number(numbered.attributes.startAt ?? 1) || 1;
      numbers[depth] = (numbers[depth] ?? start - 1) + 1;
      writer.item(depth, `${numbers[depth]}.`, words);
    } else if (hasBullet(properties, isList)) writer.item(depth, "-", words);
    else writer.paragraph(words);
  }
  return writer.toString();
}

function hasBullet(properties: XmlElement | undefined, usual: boolean): boolean {
  if (childOf(properties, "a:buNone")) return false;
  return childOf(properties, "a:buChar", "a:buBlip") !== undefined || usual;
}

/** The words of one paragraph on one line. */
export function paragraphWords(paragraph: XmlElement, options: DrawingTextOptions): string {
  return oneLine(
    elementsIn(paragraph)
      .map((element) => inline(element, options))
      .join(""),
  );
}

function inline(element: XmlElement, options: DrawingTextOptions): string {
  switch (element.name) {
    case "a:r":
      return run(element, options);
    case "a:fld":
      return element.attributes.type === "slidenum" ? "" : escapeMarkdown(textOf(childOf(element, "a:t")));
    case "a:br":
      return " ";
    case "m:oMath":
    case "m:oMathPara":
      return escapeMarkdown(linearMath(element));
    case "mc:AlternateContent": {
      const shown = childOf(element, "mc:Choice") ?? childOf(element, "mc:Fallback");
      return elementsIn(shown)
        .map((child) => inline(child, options))
        .join("");
    }
    default:
      return /Pr$/.test(element.name)
        ? ""
        : elementsIn(element)
            .map((child) => inline(child, options))
            .join("");
  }
}

function run(element: XmlElement, { relationships }: DrawingTextOptions): string {
  const words = escapeMarkdown(textOf(childOf(element, "a:t")));
  const properties = childOf(element, "a:rPr");
  const link = childOf(properties, "a:hlinkClick")?.attributes["r:id"];
  const target = relationships.find(({ id, isExternal }) => isExternal && id === link)?.target;
  const shown = /^(?:sng|dbl)Strike$/.test(properties?.attributes.strike ?? "") ? `~~${words}~~` : words;
  return target === undefined ? shown : markdownLink(shown, target);
}
