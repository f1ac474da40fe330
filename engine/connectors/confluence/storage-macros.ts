/** An element of Confluence's own that is being read, and what was found in it so far. */
export interface Frame {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** What its children come to. */
  html: string;
  /** Of a macro: parameters by name, as HTML. */
  readonly parameters: Map<string, string>;
  /** Of a macro: a body that is text only, escaped. */
  plain?: string;
  /** Of a link: what is clicked. */
  label?: string;
  /** What a link, a picture or a parameter points to. */
  resource?: { readonly kind: string; readonly attributes: Readonly<Record<string, string>> };
}

/** Where links of a page lead. */
export interface LinkTargets {
  /** Address of Confluence, without a slash at the end. */
  readonly base: string;
  /** Key of the page's own space, for links that name none. */
  readonly spaceKey: string;
  /** Address of the Jira beside it; absent where it is not known. */
  readonly jiraBase?: string;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Names a file that is attached; the file itself is not read. */
export function attachmentText(name: string): string {
  return name === "" ? "" : `(attachment: ${escapeHtml(name)})`;
}

export function linkHtml({ label, html, resource, attributes }: Frame, targets: LinkTargets): string {
  const target = resource?.attributes ?? {};
  const title = target["ri:content-title"] ?? target["ri:filename"] ?? attributes["ac:anchor"] ?? "";
  const text = label || html || escapeHtml(title);
  const address = resource && addressOf(resource, targets);
  return address ? `<a href="${escapeHtml(address)}">${text}</a>` : text;
}

/** Undefined for people and files, which have no address that could be made from what is given. */
function addressOf(
  { kind, attributes }: NonNullable<Frame["resource"]>,
  targets: LinkTargets,
): string | undefined {
  const space = attributes["ri:space-key"] ?? targets.spaceKey;
  const title = attributes["ri:content-title"];
  if (kind === "url") return attributes["ri:value"];
  if (kind === "space" && space !== "") return `${targets.base}/spaces/${encodeURIComponent(space)}`;
  // Confluence finds a page by space and title; a blog post it finds by its day, too.
  if (kind === "page" && title !== undefined && space !== "")
    return `${targets.base}/display/${encodeURIComponent(space)}/${encodeURIComponent(title).replaceAll("%20", "+")}`;
  return undefined;
}

const QUOTE_MACROS = new Set(["info", "note", "tip", "warning", "panel", "quote"]);

export function macroHtml(frame: Frame, { jiraBase }: LinkTargets): string {
  const { attributes, parameters, html, plain } = frame;
  const name = attributes["ac:name"] ?? "";
  const parameter = (key: string) => parameters.get(key) ?? "";
  const title = parameter("title");
  const heading = title === "" ? "" : `<p><strong>${title}</strong></p>`;
  if (name === "code" || name === "noformat") return heading + codeHtml(parameter("language"), plain ?? html);
  if (name === "status") return title;
  if (name === "jira") return jiraHtml(parameter("key"), jiraBase);
  if (plain !== undefined) return `${heading}<pre>${plain}</pre>`;
  if (name.startsWith("view")) return attachmentText(parameter("name"));
  if (html.trim() === "") return "";
  return QUOTE_MACROS.has(name)
    ? `<blockquote>${heading}${html}</blockquote>`
    : `<div>${heading}${html}</div>`;
}

function codeHtml(language: string, code: string): string {
  const known = language.toLowerCase().replace(/[^\w+#-]/g, "");
  return `<pre><code${known && ` class="language-${known}"`}>${code}</code></pre>`;
}

function jiraHtml(key: string, jiraBase: string | undefined): string {
  return jiraBase === undefined || key === ""
    ? key
    : `<a href="${escapeHtml(`${jiraBase}/browse/${key}`)}">${key}</a>`;
}
