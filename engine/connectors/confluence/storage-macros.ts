/** An open element of Confluence's own, with what its children produced so far. */
export interface Frame {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** HTML of its children. */
  html: string;
  /** Of a macro: parameters by name, as HTML. */
  readonly parameters: Map<string, string>;
  /** Of a macro: a plain-text body, escaped. */
  plain?: string;
  /** Of a link: its text. */
  label?: string;
  /** The target of a link, a picture or a parameter. */
  resource?: { readonly kind: string; readonly attributes: Readonly<Record<string, string>> };
}

/** Bases of a page's links. */
export interface LinkTargets {
  /** Base address of Confluence, without a trailing slash. */
  readonly base: string;
  /** Key of the page's own space, for links without one. */
  readonly spaceKey: string;
  /** Address of the linked Jira; absent when it is unknown. */
  readonly jiraBase?: string;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** Names an attached file; the file itself is not read. */
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

/** Undefined for people and files, whose address cannot be derived from the reference. */
function addressOf(
  { kind, attributes }: NonNullable<Frame["resource"]>,
  targets: LinkTargets,
): string | undefined {
  const space = attributes["ri:space-key"] ?? targets.spaceKey;
  const title = attributes["ri:content-title"];
  if (kind === "url") return attributes["ri:value"];
  if (kind === "space" && space !== "") return `${targets.base}/spaces/${encodeURIComponent(space)}`;
  // Confluence finds a page by space and title; a blog post also needs its day.
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
