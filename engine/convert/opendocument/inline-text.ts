import { markdownLink } from "../office/markdown/markdown-link";
import { oneLine } from "../office/markdown/markdown-writer";
import { escapeMarkdown } from "../text/escape-markdown";
import { childOf, descendants, elementsIn, textOf, type XmlElement } from "../xml/xml-element";
import type { OdfContext } from "./odf-context";

/** The words of a paragraph as Markdown. Notes, comments and frames in it are handed to `context.after`. */
export function inlineText(paragraph: XmlElement, context: OdfContext): string {
  const pieces = paragraph.children.map((child) =>
    typeof child === "string" ? child.replace(/[\t\n\r ]+/g, " ") : inlineElement(child, context),
  );
  return pieces.join("");
}

/** A paragraph without Markdown's marks in its words. */
export function paragraphText(paragraph: XmlElement, context: OdfContext): string {
  return escapeOutsideLinks(
    inlineText(paragraph, context)
      .replace(/[ \t]+/g, " ")
      .trim(),
  );
}

/** Characters that no text has, around the words and the address of a link. */
const LINK = /\ue000([^\ue000]*)\ue001([^\ue001]*)\ue001/g;

/** Links are put in when the words around them are escaped. */
function escapeOutsideLinks(text: string): string {
  const links: string[] = [];
  const marked = text.replace(LINK, (_, words: string, address: string) => {
    links.push(markdownLink(escapeMarkdown(words), address));
    return `\ue000${links.length - 1}\ue000`;
  });
  return escapeMarkdown(marked).replace(/\ue000(\d+)\ue000/g, (_, at: string) => links[Number(at)] ?? "");
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
      return `\ue000${inlineText(element, context)}\ue001${attributes["xlink:href"] ?? ""}\ue001`;
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
