import { markLink, toInlineMarkdown } from "../office/markdown/inline-text";
import { oneLine } from "../office/markdown/markdown-writer";
import { escapeMarkdown } from "../text/escape-markdown";
import { childOf, descendants, elementsIn, textOf, type XmlElement } from "../xml/xml-element";
import type { OdfContext } from "./odf-context";

/** The words of a paragraph, for `toInlineMarkdown`. Notes, comments and frames in it go to the context. */
function inlineText(paragraph: XmlElement, context: OdfContext): string {
  const pieces = paragraph.children.map((child) =>
    typeof child === "string" ? child.replace(/[\t\n\r ]+/g, " ") : inlineElement(child, context),
  );
  return pieces.join("");
}

/** The words of a paragraph as Markdown. */
export function paragraphText(paragraph: XmlElement, context: OdfContext): string {
  return toInlineMarkdown(
    inlineText(paragraph, context)
      .replace(/[ \t]+/g, " ")
      .trim(),
  );
}

function inlineElement(element: XmlElement, context: OdfContext): string {
  const { name, attributes } = element;
  switch (name) {
    case "text:s":
      return " ".repeat(Math.min(Number(attributes["text:c"] ?? 1) || 1, 100));
    case "text:tab":
      return " ";
    case "text:line-break":
      return "\n";
    case "text:a":
      return markLink(inlineText(element, context), attributes["xlink:href"] ?? "");
    case "text:note":
      return noteMark(element, context);
    case "office:annotation":
      context.after(commentText(element, context));
      return "";
    case "text:ruby":
      return inlineText(childOf(element, "text:ruby-base") ?? element, context);
    case "text:span":
      return context.styles.isHidden(attributes["text:style-name"]) ? "" : inlineText(element, context);
    case "draw:frame":
    case "draw:custom-shape":
    case "draw:g":
    case "draw:rect":
      context.frame(element);
      return "";
    case "office:annotation-end":
    case "text:page-number":
    case "text:page-count":
    case "text:bookmark-ref-format":
      return "";
    default:
      return inlineText(element, context);
  }
}

function noteMark(note: XmlElement, context: OdfContext): string {
  const mark = oneLine(textOf(childOf(note, "text:note-citation")));
  const isEndnote = note.attributes["text:note-class"] === "endnote";
  const words = paragraphsOf(childOf(note, "text:note-body"), context);
  context.after(`${isEndnote ? "Endnote" : "Footnote"} ${mark}: ${words}`);
  return mark === "" ? "" : ` (${mark})`;
}

/** "Comment by Ann: …" */
export function commentText(comment: XmlElement, context: OdfContext): string {
  const author = oneLine(textOf(childOf(comment, "dc:creator")));
  const words = paragraphsOf(comment, context);
  return words === ""
    ? ""
    : `${author === "" ? "Comment" : `Comment by ${escapeMarkdown(author)}`}: ${words}`;
}

function paragraphsOf(element: XmlElement | undefined, context: OdfContext): string {
  const paragraphs = elementsIn(element).flatMap((child) =>
    child.name === "text:p" ? [child] : descendants(child, "text:p"),
  );
  return paragraphs
    .map((paragraph) => oneLine(paragraphText(paragraph, context)))
    .filter(Boolean)
    .join(" ");
}
