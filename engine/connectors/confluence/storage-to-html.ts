import { Parser } from "htmlparser2";
import {
  attachmentText,
  escapeHtml,
  type Frame,
  type LinkTargets,
  linkHtml,
  macroHtml,
} from "./storage-macros";

/** Attributes with content; all others are presentation. */
const KEPT_ATTRIBUTES = ["href", "alt", "start", "colspan", "rowspan"];
const VOID_ELEMENTS = new Set(["br", "hr", "img", "col", "input", "wbr"]);

/**
 * Converts a page from Confluence's storage format to plain HTML: code macros become `<pre><code>`, references to
 * pages links, tasks list items, panels quotes; macros that compute their content are removed. Accepts any text, of
 * any depth and with broken nesting.
 */
export function storageToHtml(storage: string, targets: LinkTargets): string {
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
        if (!isConfluence(name)) {
          if (!VOID_ELEMENTS.has(name)) top().html += `</${name}>`;
        } else if (top().name === name && open.length > 1) {
          const frame = open.pop() as Frame;
          close(frame, top(), targets);
        }
      },
    },
    { recognizeSelfClosing: true, recognizeCDATA: true, decodeEntities: true },
  );
  parser.end(storage);
  while (open.length > 1) close(open.pop() as Frame, top(), targets);
  return top().html;
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

/** Adds the result of a closed element of Confluence's own to its parent. */
function close(frame: Frame, parent: Frame, targets: LinkTargets): void {
  const { name, html, attributes } = frame;
  if (name.startsWith("ri:")) {
    parent.resource = { kind: name.slice("ri:".length), attributes };
    return;
  }
  switch (name) {
    case "ac:parameter":
      parent.parameters.set(attributes["ac:name"] ?? "", parameterOf(frame));
      return;
    case "ac:plain-text-body":
      parent.plain = html;
      return;
    case "ac:plain-text-link-body":
    case "ac:link-body":
      parent.label = html;
      return;
    default:
      parent.html += htmlOf(frame, targets);
  }
}

function parameterOf({ html, resource }: Frame): string {
  return html || escapeHtml(resource?.attributes["ri:filename"] ?? "");
}

function htmlOf(frame: Frame, targets: LinkTargets): string {
  const { name, html, attributes } = frame;
  switch (name) {
    case "ac:structured-macro":
    case "ac:macro":
      return macroHtml(frame, targets);
    case "ac:link":
      return linkHtml(frame, targets);
    case "ac:image":
      return attachmentText(attributes["ac:alt"] || frame.resource?.attributes["ri:filename"] || "");
    case "ac:emoticon":
      return escapeHtml(attributes["ac:emoji-fallback"] ?? attributes["ac:emoji-shortname"] ?? "");
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
    case "ac:adf-fallback":
      // Ids, placeholder hints, and a second copy of the content.
      return "";
    case "ac:task-body":
    case "ac:inline-comment-marker":
      return html;
    default:
      return `<div>${html}</div>`;
  }
}
