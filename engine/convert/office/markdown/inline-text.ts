import { escapeMarkdown } from "../../text/escape-markdown";
import { markdownLink } from "./markdown-link";

/** Characters that no text has, around the words and the address of a link. */
const LINK = /\ue000([^\ue000]*)\ue001([^\ue001]*)\ue001/g;

/** A link within the words of a paragraph, for `toInlineMarkdown`. */
export function markLink(words: string, address: string): string {
  return `\ue000${words}\ue001${address}\ue001`;
}

/**
 * The words of a whole paragraph as Markdown. They are escaped together, since what has a meaning at the start of a
 * paragraph has none within it; links are put in afterwards.
 */
export function toInlineMarkdown(words: string): string {
  const links: string[] = [];
  const marked = words.replace(LINK, (_, label: string, address: string) => {
    links.push(markdownLink(escapeMarkdown(label), address));
    return `\ue000${links.length - 1}\ue000`;
  });
  return escapeMarkdown(marked).replace(/\ue000(\d+)\ue000/g, (_, at: string) => links[Number(at)] ?? "");
}
