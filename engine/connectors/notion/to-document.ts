import type { SourceDocument } from "../../model/source-document";
import type { NotionMarkdown } from "./client";
import { itemId, pageUrl } from "./parse-page";
import { peopleIn, propertyLines, titleOf } from "./properties";
import type { NotionPage } from "./schema";
import { toPlainMarkdown } from "./to-plain-markdown";

/** What is known of a page beyond the page itself. */
export interface PageDetails {
  readonly version: string;
  /** Undefined: not requested. */
  readonly content: NotionMarkdown | undefined;
  /** Titles of the parents, outermost first. */
  readonly container: readonly string[];
  readonly author?: string | undefined;
  readonly editor?: string | undefined;
}

/** Maps a page to a document, with its properties as lines above the text; a row of a database is a page too. */
export function toDocument(page: NotionPage, details: PageDetails): SourceDocument {
  const { version, content, container, author, editor } = details;
  const { id, properties, created_time, last_edited_time } = page;
  const people = [...new Set([author, editor, ...peopleIn(properties)].filter((name) => name !== undefined))];
  const note = getNote(content);
  const text = [propertyLines(properties).join("\n"), content ? toPlainMarkdown(content.markdown) : ""];
  return {
    id: itemId(id),
    type: "page",
    title: titleOf(properties) || "Untitled",
    url: pageUrl(page),
    version,
    ...(author !== undefined && { author }),
    ...(people.length > 0 && { people }),
    ...(container.length > 0 && { container }),
    ...(created_time != null && { createdAt: created_time }),
    updatedAt: last_edited_time,
    content: {
      kind: "text",
      mediaType: "text/markdown",
      text: text.filter(Boolean).join("\n\n"),
      ...(note !== undefined && { note }),
    },
  };
}

function getNote(content: NotionMarkdown | undefined): string | undefined {
  if (content === undefined) return "only its title and properties were read";
  return content.partial ? "Notion left out some of its blocks" : undefined;
}
