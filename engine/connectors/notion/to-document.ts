import type { SourceDocument } from "../../model/source-document";
import { describeOmissions } from "../shared/text/describe-omissions";
import { OMISSION_WORDS } from "./content/omission-words";
import type { NotionComment } from "./content/read-comments";
import type { ReadPage } from "./content/read-page";
import type { NotionNames, Omission } from "./markdown/markdown-context";
import { toPlainMarkdown } from "./markdown/to-plain-markdown";
import { dataSourceId, itemId, pageUrl } from "./parse-page";
import { peopleIn, propertyLines, titleOf } from "./properties";
import type { NotionDataSource, NotionPage } from "./schema";

/** What is known of a page beyond the page itself. */
export interface PageDetails {
  readonly version: string;
  /** Undefined: not requested. */
  readonly read: ReadPage | undefined;
  /** Titles of the parents, outermost first. */
  readonly container: readonly string[];
  readonly names: NotionNames;
  readonly author?: string | undefined;
  readonly editor?: string | undefined;
}

/** Maps a page to a document, with its properties as lines above the text; a row of a database is a page too. */
export function toDocument(page: NotionPage, details: PageDetails): SourceDocument {
  const { version, read, container, names, author, editor } = details;
  const { id, created_time, last_edited_time } = page;
  const properties = read?.properties ?? page.properties;
  const omissions: Omission[] = [...(read?.omissions ?? [])];
  const context = { names, leaveOut: (omission: Omission) => omissions.push(omission) };
  const text = [
    propertyLines(properties, context).join("\n"),
    read ? toPlainMarkdown(read.markdown, context) : "",
    commentsText(read?.comments ?? [], names),
  ];
  const people = [author, editor, ...peopleIn(properties, names)].filter((name) => name !== undefined);
  const note = getNote(read, omissions);
  return {
    id: itemId(id),
    type: "page",
    title: titleOf(properties) || "Untitled",
    url: pageUrl(page),
    version,
    ...(author !== undefined && { author }),
    ...(people.length > 0 && { people: [...new Set(people)] }),
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

function getNote(read: ReadPage | undefined, omissions: readonly Omission[]): string | undefined {
  if (read === undefined) return "only its title and properties were read";
  const comments = read.mayReadComments
    ? undefined
    : "Its comments are not read: the integration may not read comments";
  return (
    [describeOmissions(omissions, OMISSION_WORDS), comments]
      .filter((part) => part !== undefined)
      .join("; ") || undefined
  );
}

/** Each comment is a paragraph with its author, time and the words that it is about. */
function commentsText(comments: readonly NotionComment[], names: NotionNames): string {
  if (comments.length === 0) return "";
  const paragraphs = comments.map(({ text, createdAt, userId, name, anchor }) => {
    const author = name || names.user(userId ?? "") || "Someone";
    const time =
      createdAt === undefined
        ? ""
        : ` (${new Date(createdAt).toISOString().slice(0, 16).replace("T", " ")} UTC)`;
    const about = anchor.trim() === "" ? "" : ` on “${anchor.trim()}”`;
    return `**${author}**${time}${about}: ${text}`;
  });
  return ["## Comments", ...paragraphs].join("\n\n");
}

const UNTITLED_TABLE = "Untitled database";

/** Maps a data source to a document: what its members wrote about it, and its columns with their choices. */
export function toDataSourceDocument(
  source: NotionDataSource,
  details: Pick<PageDetails, "version" | "container"> & { readonly databaseDescription: string },
): SourceDocument {
  const { version, container, databaseDescription } = details;
  const description = plainTexts(source.description);
  const columns = Object.entries(source.properties ?? {}).flatMap(([name, column]) =>
    columnLine(name, column),
  );
  const text = [
    description,
    databaseDescription === description ? "" : databaseDescription,
    columns.length > 0 ? `Columns:\n\n${columns.join("\n")}` : "",
  ];
  return {
    id: dataSourceId(source.id),
    type: "page",
    title: plainTexts(source.title) || UNTITLED_TABLE,
    url: pageUrl(source),
    version,
    ...(container.length > 0 && { container }),
    ...(source.created_time != null && { createdAt: source.created_time }),
    updatedAt: source.last_edited_time,
    content: { kind: "text", mediaType: "text/markdown", text: text.filter(Boolean).join("\n\n") },
  };
}

export function plainTexts(texts: NotionDataSource["title"]): string {
  return (texts ?? [])
    .map(({ plain_text }) => plain_text ?? "")
    .join("")
    .trim();
}

/** "- Status (status): Open, Done", with what its members wrote about the column. */
function columnLine(name: string, column: unknown): readonly string[] {
  if (!isFields(column)) return [`- ${name}`];
  const type = typeof column.type === "string" ? column.type.replaceAll("_", " ") : "";
  const settings = column[String(column.type)];
  const options = isFields(settings) && Array.isArray(settings.options) ? settings.options : [];
  const choices = options.flatMap((each) =>
    isFields(each) && typeof each.name === "string" ? [each.name] : [],
  );
  const description = typeof column.description === "string" ? column.description : "";
  const details = [choices.join(", "), description].filter((part) => part !== "").join(" – ");
  return [`- ${name}${type && ` (${type})`}${details && `: ${details}`}`];
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
