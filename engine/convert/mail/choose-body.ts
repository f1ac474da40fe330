import type { TextFormat } from "../../model/document";
import { escapeMisread } from "../../util/escape-misread";
import { alphanumericRuns } from "../../util/words";
import { normaliseLineEnds } from "../text/decode-text";
import { mailHtmlToMarkdown } from "./html/mail-html-to-markdown";

export interface MailBody {
  readonly text: string;
  readonly format: TextFormat;
}

/** A plain text with fewer different words stands in for the HTML: "Your program does not show HTML". */
const MIN_WORDS = 25;
/** Above this share of words of its own a form says something else than the other one. */
const MAX_OWN_SHARE = 0.3;

/**
 * The body of a mail out of its two forms. The HTML is what mail programs show; the plain text is read in its place where
 * the HTML is empty or a stub, and beside it where each says something of its own.
 */
export function chooseBody({ text, html }: { readonly text: string; readonly html: string }): MailBody {
  const plain = normaliseLineEnds(text).trim();
  const markdown = html.trim() === "" ? "" : normaliseLineEnds(mailHtmlToMarkdown(html)).trim();
  if (markdown === "") return { text: plain, format: "plain" };
  if (plain === "") return { text: markdown, format: "markdown" };
  const [ofPlain, ofHtml] = [differentWords(plain), differentWords(markdown)];
  if (ofHtml.size === 0) return { text: plain, format: "plain" };
  if (ownShare(ofPlain, ofHtml) <= MAX_OWN_SHARE) return { text: markdown, format: "markdown" };
  if (ownShare(ofHtml, ofPlain) <= MAX_OWN_SHARE) return { text: plain, format: "plain" };
  if (isStub(ofPlain, ofHtml)) return { text: markdown, format: "markdown" };
  if (isStub(ofHtml, ofPlain)) return { text: plain, format: "plain" };
  return { text: `${markdown}\n\n${escapeMisread(plain)}`, format: "markdown" };
}

function isStub(words: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return words.size < MIN_WORDS && other.size > 2 * words.size;
}

/** Addresses of links are written in one of the forms only. */
function differentWords(text: string): ReadonlySet<string> {
  const words = text.replace(/https?:\/\/[^\s)>\]]+|mailto:[^\s)>\]]+/g, " ");
  return new Set(alphanumericRuns(words.toLowerCase()));
}

function ownShare(words: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let own = 0;
  for (const word of words) if (!other.has(word)) own++;
  return words.size === 0 ? 0 : own / words.size;
}
