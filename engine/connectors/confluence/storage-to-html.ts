import { Parser } from "htmlparser2";
import { EMOTICONS } from "./emoticons";
import {
  attachmentText,
  escapeHtml,
  type Frame,
  type LinkTargets,
  linkHtml,
  type MacroDeps,
  macroHtml,
  resourceHtml,
} from "./storage-macros";

export interface PlainHtml {
  readonly html: string;
  /** What Confluence shows there and the HTML has not, each as a few words: "a diagram". */
  readonly leftOut: readonly string[];
}

/** Attributes with content; all others are presentation. */
const KEPT_ATTRIBUTES = ["href", "alt", "start", "colspan", "rowspan"];
const VOID_ELEMENTS = new Set(["br", "hr", "img", "col", "input", "wbr"]);

/**
 * Converts a page from Confluence's storage format to plain HTML: code macros become `<pre><code>`, references to
 * pages and people links and names, tasks list items, panels quotes; macros that compute their content are named.
 * Accepts any text, of any depth and with broken nesting.
 */
export function storageToHtml(storage: string, targets: LinkTargets): PlainHtml {
  const leftOut: string[] = [];
  const deps: MacroDeps = { ...targets, leaveOut: (what) => leftOut.push(what) };
  const open: Frame[] = [createFrame("", {})];
  const top = () => open.at(-1) as Frame;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (isConfluence(name)) open.push(createFrame(name, attributes));
        else top().html += openTag(name, attributes);
      },
      ontext: (text) => {
        top().html += escapeHtml(text);
      },
      onclosetag: (name) => {
        if (!isConfluence(name)) top().html = closeTag(top().html, name);
        else if (top().name === name && open.length > 1) {
          const frame = open.pop() as Frame;
          close(frame, top(), deps);
        }
      },
    },
    { recognizeSelfClosing: true, recognizeCDATA: true, decodeEntities: true },
  );
  parser.end(storage);
  while (open.length > 1) close(open.pop() as Frame, top(), deps);
  return { html: top().html, leftOut };
}

function isConfluence(name: string): boolean {
  return name.startsWith("ac:") || name.startsWith("ri:");
}

function createFrame(name: string, attributes: Readonly<Record<string, string>>): Frame {
  return { name, attributes, html: "", parameters: new Map() };
}

function openTag(name: string, attributes: Readonly<Record<string, string>>): string {
  const kept = KEPT_ATTRIBUTES.filter((key) => attributes[key] !== undefined);
  const written = kept.map((key) => ` ${key}="${escapeHtml(attributes[key] ?? "")}"`).join("");
  // A date is an empty element with a visible attribute.
  return `<${name}${written}>${name === "time" ? escapeHtml(attributes.datetime ?? "") : ""}`;
}

/** A card is a link without a text: its address stands for it. */
function closeTag(html: string, name: string): string {
  if (VOID_ELEMENTS.has(name)) return html;
  const [, address] = (name === "a" && /<a href="([^"]*)">$/.exec(html.slice(-MAX_LINK_LENGTH))) || [];
  return `${html}${address ?? ""}</${name}>`;
}

const MAX_LINK_LENGTH = 2_000;

/** Adds the result of a closed element of Confluence's own to its parent. */
function close(frame: Frame, parent: Frame, deps: MacroDeps): void {
  const { name, html, attributes } = frame;
  if (name.startsWith("ri:")) {
    // A file of another page has that page within it.
    if (!parent.name.startsWith("ri:")) parent.resource = { kind: name.slice("ri:".length), attributes };
    return;
  }
  switch (name) {
    case "ac:parameter":
    case "ac:default-parameter":
      parent.parameters.set(attributes["ac:name"] ?? "", parameterOf(frame, deps));
      return;
    case "ac:plain-text-body":
      parent.plain = html;
      return;
    case "ac:plain-text-link-body":
    case "ac:link-body":
      parent.label = html;
      return;
    case "ac:caption":
      parent.caption = html;
      return;
    case "ac:adf-fallback":
      parent.fallback = html;
      return;
    default:
      parent.html += htmlOf(frame, deps);
  }
}

function parameterOf({ html, resource }: Frame, deps: MacroDeps): string {
  return html || (resource ? resourceHtml(resource, deps) : "");
}

function htmlOf(frame: Frame, deps: MacroDeps): string {
  const { name, html, attributes } = frame;
  switch (name) {
    case "ac:structured-macro":
    case "ac:macro":
      return macroHtml(frame, deps);
    case "ac:link":
      return linkHtml(frame, deps);
    case "ac:image":
      return imageHtml(frame);
    case "ac:emoticon":
      return emoticonText(attributes);
    case "ac:adf-extension":
      return html.replace(/<[^>]*>/g, "").trim() === "" ? (frame.fallback ?? "") : `<div>${html}</div>`;
    case "ac:adf-node":
      return attributes.type === "decision-item" ? `<p>Decision: ${html}</p>` : `<div>${html}</div>`;
    case "ac:task-list":
      return `<ul>${html}</ul>`;
    case "ac:task":
      return `<li>${html}</li>`;
    case "ac:task-status":
      return html.trim() === "complete" ? "☑ " : "☐ ";
    case "ac:task-id":
    case "ac:task-uuid":
    case "ac:placeholder":
    case "ac:adf-attribute":
      // Ids, placeholder hints and settings.
      return "";
    case "ac:task-body":
    case "ac:adf-content":
    case "ac:inline-comment-marker":
      return html;
    default:
      return `<div>${html}</div>`;
  }
}

/** Names a picture; the caption stands below it. */
function imageHtml({ attributes, resource, caption = "" }: Frame): string {
  const target = resource?.attributes ?? {};
  const name =
    attributes["ac:alt"] || target["ri:filename"] || attributes["ac:title"] || target["ri:value"] || "";
  return `${name === "" ? "(picture)" : attachmentText(name)}${caption === "" ? "" : ` ${caption}`}`;
}

function emoticonText(attributes: Frame["attributes"]): string {
  const name = attributes["ac:name"] ?? "";
  const sign = attributes["ac:emoji-fallback"] || attributes["ac:emoji-shortname"] || EMOTICONS[name];
  return escapeHtml(sign || (name === "" ? "" : `:${name}:`));
}
