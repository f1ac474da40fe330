import { fragmentToMarkdown } from "../html/fragment-to-markdown";
import { decodeText, normaliseLineEnds } from "../text/decode-text";

/** Elements that XML may close at once and that HTML reads as open to the end of the page. */
const CLOSED_AT_ONCE =
  /<(a|b|blockquote|div|em|h[1-6]|i|iframe|li|ol|p|script|section|small|span|strong|style|sub|sup|table|tbody|td|textarea|th|title|tr|u|ul)(\s[^<>]*)?\/>/gi;

/**
 * A chapter of an e-book as Markdown: all of it, since it has nothing around its content. Links within the book lead
 * nowhere outside of it and are left as words. Undefined for a file that is not text.
 */
export function chapterToMarkdown(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 200));
  const declared = /^<\?xml[^>]*encoding=["']([\w-]+)["']/i.exec(head)?.[1];
  const xml = decodeText(bytes, declared);
  if (xml === undefined) return undefined;
  const html = normaliseLineEnds(xml)
    .replace(/^\s*<\?xml[^>]*\?>/, "")
    .replace(CLOSED_AT_ONCE, "<$1$2></$1>");
  return fragmentToMarkdown(html, undefined);
}
