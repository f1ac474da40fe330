/** The fields of a block's type, none of which is certain. */
type Fields = Readonly<Record<string, unknown>>;

/**
 * A block of the API as Notion's Markdown, for those that Notion does not render as Markdown: bookmarks, embeds, previews
 * of links and new kinds. Undefined when nothing of it can be read.
 */
export function blockToMarkdown(raw: unknown): string | undefined {
  if (!isFields(raw)) return undefined;
  const type = String(raw.type);
  const content = raw[type];
  if (!isFields(content) || type === "unsupported") return undefined;
  if (WITHOUT_WORDS.has(type)) return "";
  const caption = words(content.caption) || words(content.rich_text) || words(content.title);
  const url = addressOf(content);
  if (url !== "")
    return `<bookmark source="${url.replaceAll('"', "%22")}">${caption || text(content.name)}</bookmark>`;
  const expression = text(content.expression);
  if (expression !== "") return `<equation>${expression}</equation>`;
  return caption || text(content.title) || text(content.name) || undefined;
}

/** The type of a block, as a person may know it: "link preview". */
export function blockType(raw: unknown): string {
  if (!isFields(raw)) return "";
  const inner = isFields(raw.unsupported) ? text(raw.unsupported.block_type) : "";
  return (inner || text(raw.type)).replaceAll("_", " ");
}

const WITHOUT_WORDS = new Set(["breadcrumb", "table_of_contents", "divider"]);

/** Of what a block points to, or of its file. */
function addressOf({ url, external, file, page_id, database_id }: Fields): string {
  const id = text(page_id) || text(database_id);
  if (id !== "") return `https://www.notion.so/${id.replaceAll("-", "")}`;
  return text(url) || text(isFields(external) ? external.url : "") || text(isFields(file) ? file.url : "");
}

/** Rich text without its formatting, with the tags' brackets escaped. */
function words(value: unknown): string {
  if (!Array.isArray(value)) return "";
  return value
    .map((part) => (isFields(part) ? text(part.plain_text) : ""))
    .join("")
    .replace(/[<>]/g, "\\$&");
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
