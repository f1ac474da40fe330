import { escapeMisread } from "../../util/escape-misread";
import { htmlToText } from "../shared/vendors/google/html-to-text";

const TAGS =
  "a|b|blockquote|body|br|center|code|dd|del|div|dl|dt|em|font|h[1-6]|head|hr|html|html-blob|i|img|li|meta|o:p|ol|p|pre|s|span|strong|strike|style|sub|sup|table|tbody|td|tfoot|th|thead|title|tr|tt|u|ul|wbr";
const TAG = new RegExp(`</?(?:${TAGS})(?:\\s[^>]*)?/?>`, "i");
/** "<ada@example.com>" is no tag, and a parser of HTML would drop it. */
const NO_TAG = new RegExp(`<(?!/?(?:${TAGS})(?:\\s[^>]*)?/?>|!--)`, "gi");
/** The address that Google's calendar opens links through. */
const REDIRECT = /https:\/\/www\.google\.com\/url\?q=([^&"'\s<]+)[^"'\s<]*/g;

/** Description of an event as Markdown. It is HTML or plain text, and a mixture where a program wrote it. */
export function toDescription(description: string | null | undefined): string {
  return escapeMisread(readDescription(description ?? ""));
}

function readDescription(description: string): string {
  const text = description.replace(REDIRECT, (whole, target: string) => decodeAddress(target) ?? whole);
  if (!TAG.test(text)) {
    const hasEntities = /&(?:#\d+|#x[\da-f]+|[a-z]+);/i.test(text);
    return (hasEntities ? text.split("\n").map(decodeEntities).join("\n") : text).trim();
  }
  // The calendar shows the line ends of a description, but those between tags.
  const lines = text.replace(/>\s*\n\s*</g, "><").replaceAll("\n", "<br>");
  return htmlToText(lines.replace(NO_TAG, "&lt;"), { links: true });
}

function decodeEntities(line: string): string {
  return htmlToText(line.replaceAll("<", "&lt;"));
}

function decodeAddress(encoded: string): string | undefined {
  try {
    const address = decodeURIComponent(encoded);
    return /^https?:\/\//.test(address) ? address : undefined;
  } catch {
    return undefined;
  }
}
