import { describeMacro } from "./macro-words";

/** A reference of the storage format: to a page, a person, a file, an address. */
export interface Resource {
  readonly kind: string;
  readonly attributes: Readonly<Record<string, string>>;
}

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
  /** Of a picture: the text below it. */
  caption?: string;
  /** Of an extension: a second copy of the content, for programs that do not know it. */
  fallback?: string;
  /** The target of a link, a picture or a parameter. */
  resource?: Resource;
}

/** Bases of a page's links. */
export interface LinkTargets {
  /** Base address of Confluence, without a trailing slash. */
  readonly base: string;
  /** Key of the page's own space, for links without one. */
  readonly spaceKey: string;
  /** Address of the linked Jira; absent when it is unknown. */
  readonly jiraBase?: string;
  /** Name of a person by account id, user key or user name. */
  readonly personName?: (id: string) => string | undefined;
}

/** Where a conversion reports content that is not in the text. */
export interface MacroDeps extends LinkTargets {
  leaveOut(what: string): void;
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
  const text =
    label || html || (resource ? nameOf(resource, targets) : escapeHtml(attributes["ac:anchor"] ?? ""));
  return linked(text, resource, targets);
}

/** A reference by itself: a parameter of a macro, or a link without a text. */
export function resourceHtml(resource: Resource, targets: LinkTargets): string {
  return linked(nameOf(resource, targets), resource, targets);
}

function linked(text: string, resource: Resource | undefined, targets: LinkTargets): string {
  const address = resource && addressOf(resource, targets);
  return address ? `<a href="${escapeHtml(address)}">${text}</a>` : text;
}

/** What a reference is called, as HTML. */
function nameOf({ kind, attributes }: Resource, { personName }: LinkTargets): string {
  if (kind === "user") {
    const id = attributes["ri:account-id"] ?? attributes["ri:userkey"] ?? attributes["ri:username"] ?? "";
    return escapeHtml(`@${personName?.(id) ?? attributes["ri:username"] ?? "someone"}`);
  }
  if (kind === "attachment") return attachmentText(attributes["ri:filename"] ?? "");
  const keys = ["ri:content-title", "ri:parameter", "ri:value", "ri:space-key", "ri:content-id"];
  return escapeHtml(keys.map((key) => attributes[key]).find((value) => value) ?? "");
}

/** Undefined for people and files, whose address cannot be derived from the reference. */
function addressOf({ kind, attributes }: Resource, targets: LinkTargets): string | undefined {
  const space = attributes["ri:space-key"] ?? targets.spaceKey;
  const title = attributes["ri:content-title"];
  const id = attributes["ri:content-id"];
  if (kind === "url") return attributes["ri:value"];
  if (kind === "space" && space !== "") return `${targets.base}/spaces/${encodeURIComponent(space)}`;
  if (kind === "content-entity" && id !== undefined)
    return `${targets.base}/pages/viewpage.action?pageId=${encodeURIComponent(id)}`;
  // Confluence finds a page by space and title; a blog post also needs its day.
  if (kind === "page" && title !== undefined && space !== "")
    return `${targets.base}/display/${encodeURIComponent(space)}/${encodeURIComponent(title).replaceAll("%20", "+")}`;
  return undefined;
}

const QUOTE_MACROS = new Set(["info", "note", "tip", "warning", "panel", "quote"]);

export function macroHtml(frame: Frame, deps: MacroDeps): string {
  const { attributes, parameters, html, plain } = frame;
  const name = attributes["ac:name"] ?? "";
  const title = parameters.get("title") ?? "";
  const heading = title === "" ? "" : `<p><strong>${title}</strong></p>`;
  if (name === "code" || name === "noformat")
    return heading + codeHtml(parameters.get("language") ?? "", plain ?? html);
  if (name === "status") return title;
  if (name === "jira") return jiraHtml(parameters, deps);
  if (plain !== undefined) return `${heading}<pre>${plain}</pre>`;
  if (html.trim() === "") return computedHtml(name, parameters, deps);
  return QUOTE_MACROS.has(name)
    ? `<blockquote>${heading}${html}</blockquote>`
    : `<div>${heading}${html}</div>`;
}

function codeHtml(language: string, code: string): string {
  const known = language.toLowerCase().replace(/[^\w+#-]/g, "");
  return `<pre><code${known && ` class="language-${known}"`}>${code}</code></pre>`;
}

/** One issue, or the query of a list of issues. */
function jiraHtml(parameters: Frame["parameters"], { jiraBase, leaveOut }: MacroDeps): string {
  const key = parameters.get("key") ?? "";
  const query = parameters.get("jqlQuery") ?? parameters.get("jql") ?? "";
  const link = (path: string, text: string) =>
    jiraBase === undefined ? text : `<a href="${escapeHtml(`${jiraBase}${path}`)}">${text}</a>`;
  if (key !== "") return link(`/browse/${key}`, key);
  leaveOut("a list of Jira issues");
  if (query === "") return " (list of Jira issues) ";
  return ` (list of Jira issues: ${link(`/issues/?jql=${encodeURIComponent(unescapeHtml(query))}`, query)}) `;
}

function unescapeHtml(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&gt;", ">")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");
}

/** A macro without a body: Confluence computes its content. Its name and what its parameters say stay. */
function computedHtml(name: string, parameters: Frame["parameters"], { leaveOut }: MacroDeps): string {
  const { words, missing, values } = describeMacro(name, parameters);
  if (missing !== undefined) leaveOut(missing);
  // Spaces, because macros follow each other without any.
  if (values.length === 0) return words === undefined ? "" : ` (${escapeHtml(words)}) `;
  return words === undefined ? ` ${values.join(", ")} ` : ` (${escapeHtml(words)}: ${values.join(", ")}) `;
}
